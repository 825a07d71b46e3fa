// Bundles the extension into out/extension.js (and, with --tests, each test into out/test/).
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  logLevel: "warning",
};

fs.rmSync("out", { recursive: true, force: true });

const bundle = await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  // The library picks its CommonJS twin by "main"; its ES twin is bundled smaller.
  mainFields: ["module", "main"],
  minify: true,
  sourcemap: false,
  metafile: true,
});
fs.writeFileSync("out/LICENSES.txt", licences(Object.keys(bundle.metafile.inputs)));

if (process.argv.includes("--tests")) {
  const tests = fs.readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({ ...shared, entryPoints: tests.map((name) => path.join("test", name)), outdir: "out/test" });
}

/** The licences of the packages that went into the bundle, which ask to be shipped with it. */
function licences(inputs) {
  const packages = new Set(inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  return [...packages].sort().map((folder) => {
    const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) {
      throw new Error(`${name} has no licence file: do not bundle it before its licence is known`);
    }
    return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}
