// Types, lint and tests side by side: each of them keeps one core busy for seconds. Prints what fails.
import { spawn } from "node:child_process";

const shell = process.platform === "win32"; // npm is a script there, which only a shell runs
const failed = await Promise.all(["check", "lint", "test"].map(fails));
process.exitCode = failed.includes(true) ? 1 : 0;

async function fails(name) {
  const child = spawn("npm", ["run", "--silent", name], { shell, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  child.stdout.on("data", (part) => said.push(part));
  child.stderr.on("data", (part) => said.push(part));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) {
    process.stderr.write(`npm run ${name} failed:\n${Buffer.concat(said).toString()}\n`);
  }
  return code !== 0;
}
