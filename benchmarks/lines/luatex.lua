-- Sets the paragraphs of a file and writes down each line: the paragraph's number, the width of a space in pt (PDF's),
-- and the line's text.
local glyph, glue, disc, hlist = node.id "glyph", node.id "glue", node.id "disc", node.id "hlist"
local BP = 65781.76
local out = io.open(arg_out, "w")
local current = 0

local function text_of(head)
  local found = {}
  for n in node.traverse(head) do
    if n.id == glyph then found[#found + 1] = utf8.char(n.char)
    elseif n.id == glue and (n.subtype == 13 or n.subtype == 14) then found[#found + 1] = " "
    elseif n.id == disc and n.replace then found[#found + 1] = text_of(n.replace) end
  end
  return table.concat(found)
end

function report(head)
  if current == 0 then return true end
  for line in node.traverse_id(hlist, head) do
    local spaces, width = 0, 0
    for n in node.traverse_id(glue, line.head) do
      if n.subtype == 13 or n.subtype == 14 then
        spaces, width = spaces + 1, width + node.effective_glue(n, line)
      end
    end
    out:write(current, "\t", spaces > 0 and width / spaces / BP or -1, "\t", text_of(line.head), "\n")
  end
  return true
end

-- \1 marks where a line may end after a dash or a stroke.
function set_all()
  local number = 0
  for paragraph in io.lines(arg_in) do
    number = number + 1
    tex.sprint("\\directlua{begin(" .. number .. ")}")
    local first = true
    for part in (paragraph .. "\1"):gmatch "(.-)\1" do
      if not first then tex.sprint "\\discretionary{}{}{}" end
      tex.sprint(-2, part)
      first = false
    end
    tex.sprint "\\par"
  end
  tex.sprint "\\directlua{finish()}"
end

function begin(number) current = number end

function finish() out:close() current = 0 end
