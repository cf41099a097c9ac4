// Lints texts by Harper. In: JSON lines {"name", "text", "british"}; out: the same with "lints".
import * as harper from "harper.js";
import { binary } from "harper.js/binary";
import { createInterface } from "node:readline";

for await (const line of createInterface({ input: process.stdin })) {
  const { name, text, british } = JSON.parse(line);
  const dialect = british ? harper.Dialect.British : harper.Dialect.American;
  const linter = new harper.LocalLinter({ binary, dialect });
  const lints = await linter.lint(text, { language: "plaintext" });
  console.log(JSON.stringify({
    name,
    lints: lints.map((lint) => [lint.lint_kind(), lint.span().start, lint.span().end]),
  }));
}
