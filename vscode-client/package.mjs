// Builds nanproof-TARGET-VERSION.vsix: with --target for another platform, else for this machine.
import { execFileSync } from "node:child_process";
import fs from "node:fs";

const named = process.argv.indexOf("--target");
const target = named > 0 ? process.argv[named + 1] : ownTarget();
const { version, repository } = JSON.parse(fs.readFileSync("package.json", "utf8"));

// Other people's packages are looked through for secrets for minutes, file by file; ours has none.
const options = ["--no-dependencies", "--allow-missing-repository", "--allow-package-all-secrets"];
// Without a repository the pictures of README.md have no address; their words stand there meanwhile.
options.push(...(repository === undefined ? ["--no-rewrite-relative-links"] : []));
// On Windows the two are scripts, which only a shell runs.
const shell = process.platform === "win32";
run(process.env.PYTHON ?? (shell ? "python" : "python3"), ["../scripts/bundle.py", "--target", target]);
run("npx", ["vsce", "package", ...options, "--target", target, "--out", `nanproof-${target}-${version}.vsix`]);

function run(program, args) {
  execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"], shell });
}

function ownTarget() {
  const musl = process.platform === "linux" && process.report.getReport().header.glibcVersionRuntime === undefined;
  return `${musl ? "alpine" : process.platform}-${process.arch}`;
}
