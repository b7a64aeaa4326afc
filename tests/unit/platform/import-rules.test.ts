import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
const BIOME = path.join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");

/** Sentence, planted file, its text, the rule that must catch it. */
const CAUGHT: [sentence: string, file: string, text: string, rule: string][] = [
  ["lib imports a page", "lib/accounts/a.ts", 'export { x } from "@/app/page";', "noRestrictedImports"],
  [
    "lib imports a component",
    "lib/billing/a.ts",
    'export { x } from "@/components/ui/x";',
    "noRestrictedImports",
  ],
  ["a component imports a page", "components/ui/a.ts", 'export { x } from "@/app/x";', "noRestrictedImports"],
  [
    "a domain imports another's inner file",
    "lib/media/a.ts",
    'export { x } from "@/lib/catalogue/queries";',
    "noRestrictedImports",
  ],
  [
    "a domain reaches another by a relative path",
    "lib/media/b.ts",
    'export { x } from "../catalogue/queries";',
    "noRestrictedImports",
  ],
  [
    "the platform imports a domain",
    "lib/platform/a.ts",
    'export { x } from "@/lib/accounts";',
    "noRestrictedImports",
  ],
  [
    "a page imports supabase-js",
    "app/a.ts",
    'export { createClient } from "@supabase/supabase-js";',
    "noRestrictedImports",
  ],
  [
    "a component imports supabase-js",
    "components/b.ts",
    'export { createClient } from "@supabase/supabase-js";',
    "noRestrictedImports",
  ],
  [
    "a page imports the service role",
    "app/b.ts",
    'export { adminClient } from "@/lib/platform/supabase/admin";',
    "noRestrictedImports",
  ],
  [
    "a domain imports the service role",
    "lib/library/a.ts",
    'export { adminClient } from "@/lib/platform/supabase/admin";',
    "noRestrictedImports",
  ],
  [
    "a domain reads the environment",
    "lib/catalogue/a.ts",
    "export const x = process.env.HOME;",
    "noProcessEnv",
  ],
  ["a page reads the environment", "app/c.ts", "export const x = process.env.HOME;", "noProcessEnv"],
  ["a domain writes to the console", "lib/ads/a.ts", 'console.log("x");\nexport const x = 1;', "noConsole"],
  ["a component exports a default", "components/c.ts", "export default 1;", "noDefaultExport"],
  [
    "two files import each other",
    "lib/live/a.ts",
    'import { b } from "./b";\nexport const a = () => b;',
    "noImportCycles",
  ],
];
const ALLOWED: [sentence: string, file: string, text: string][] = [
  ["a domain imports another's index", "lib/ads/b.ts", 'export { x } from "@/lib/catalogue";'],
  [
    "a domain imports its own files and the platform's",
    "lib/ads/c.ts",
    'export { x } from "@/lib/ads/queries";\nexport { env } from "@/lib/platform/env";',
  ],
  [
    "a webhook uses the service role",
    "app/api/webhooks/a/route.ts",
    'export { adminClient } from "@/lib/platform/supabase/admin";',
  ],
  [
    "a cron uses the service role",
    "app/api/cron/a/route.ts",
    'export { adminClient } from "@/lib/platform/supabase/admin";',
  ],
  ["lib uses supabase-js", "lib/accounts/b.ts", 'export { createClient } from "@supabase/supabase-js";'],
  ["the environment's own module reads it", "lib/platform/env.ts", "export const x = process.env.HOME;"],
  ["a page exports a default", "app/x/page.tsx", "export default function Page() {\n  return null;\n}"],
];
const OTHERS: [file: string, text: string][] = [
  ["lib/live/b.ts", 'import { a } from "./a";\nexport const b = () => a;'],
];

type Diagnostic = { category: string; location: { path: string | { file: string } } };

let folder: string;
let found: { file: string; category: string }[] = [];

function plant(file: string, text: string) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${text}\n`);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "import-rules-"));
  const configuration = JSON.parse(readFileSync(path.join(ROOT, "biome.json"), "utf8"));
  plant("biome.json", JSON.stringify({ ...configuration, $schema: undefined, vcs: { enabled: false } }));
  cpSync(path.join(ROOT, "tsconfig.json"), path.join(folder, "tsconfig.json"));
  for (const [, file, text] of [...CAUGHT, ...ALLOWED]) plant(file, text);
  for (const [file, text] of OTHERS) plant(file, text);
  const args = [BIOME, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  found = diagnostics.map(({ category, location }) => {
    const file = typeof location.path === "string" ? location.path : location.path.file;
    return { category, file: path.relative(folder, path.resolve(folder, file)) };
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(CAUGHT)("it is caught when %s", (_sentence, file, _text, rule) => {
  const rules = found.filter((one) => one.file === file).map((one) => one.category.split("/").at(-1));
  expect(rules).toContain(rule);
});

test.each(ALLOWED)("nobody minds when %s", (_sentence, file) => {
  expect(found.filter((one) => one.file === file)).toEqual([]);
});
