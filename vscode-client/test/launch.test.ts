import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { launch, type Launch, type Surroundings } from "../src/launch";

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nanproof-")));
after(() => fs.rmSync(root, { recursive: true }));
const workspace = path.join(root, "workspace");
const tools = path.join(root, "tools");
const storage = path.join(root, "storage");
fs.mkdirSync(storage);

function program(folder: string, name: string): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "", { mode: 0o755 });
  return file;
}

const own = program(tools, "nanproof");
const python = program(tools, "python");
const theirs = program(workspace, ".venv/bin/nanproof");
program(workspace, "nanproof");

function surroundings(more: Partial<Surroundings> = {}): Surroundings {
  const env = { PATH: tools, LANG: "C" };
  return { workspaceFolders: [workspace], trusted: true, storage, userHome: root, env, platform: "linux", ...more };
}

function started(setting: unknown, more: Partial<Surroundings> = {}): Launch {
  const result = launch(setting, surroundings(more));
  assert.ok("value" in result, "problem" in result ? result.problem : "");
  return result.value;
}

function problem(setting: unknown, more: Partial<Surroundings> = {}): string {
  const result = launch(setting, surroundings(more));
  assert.ok("problem" in result, "value" in result ? result.value.program : "");
  return result.problem;
}

const untrusted = { trusted: false };

test("the server runs in the extension's own folder, whatever the setting is", () => {
  for (const setting of ["", ["python", "-m", "nanproof"], ".venv/bin/nanproof", theirs]) {
    const { cwd, env } = started(setting);
    assert.equal(cwd, storage);
    assert.equal(env["PYTHONSAFEPATH"], "1");
    assert.equal(env["LANG"], "C");
  }
});

test("Python in a list of the user's does not run the modules of the workspace", () => {
  const marker = path.join(root, "ran");
  for (const name of ["re", "json", "sitecustomize", "collections", "runpy"]) {
    fs.writeFileSync(path.join(workspace, `${name}.py`), `open(${JSON.stringify(marker)}, "a").close()\n`);
  }
  for (const searched of ["", ".", workspace, `:${workspace}`]) {
    const env = { ...process.env, PYTHONPATH: searched };
    const { program: file, args, cwd, env: given } = started(["python3", "-m", "json.tool", "--help"], { env });
    const done = spawnSync(file, args, { cwd, env: { ...given }, encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    assert.ok(!fs.existsSync(marker));
  }
});

test("PYTHONPATH keeps what leads neither into the workspace nor to wherever one stands", () => {
  const pythonPath = (value: string): string | undefined => started("", { env: { PATH: tools, PYTHONPATH: value } }).env["PYTHONPATH"];
  assert.equal(pythonPath(`:${workspace}/src:.:${tools}:lib:`), tools);
  assert.equal(pythonPath(workspace), undefined);
});

test("a relative path starts at the first folder of the workspace", () => {
  assert.equal(started(".venv/bin/nanproof").program, theirs);
  assert.equal(started(["./.venv/bin/nanproof", "--x"], { workspaceFolders: [workspace, root] }).program, theirs);
  assert.match(problem("bin/nanproof", { workspaceFolders: [] }), /no folder is open/);
});

test("PATH is searched without its relative folders, and the server gets it without them", () => {
  const env = { PATH: `.:./.venv/bin::${tools}` };
  assert.equal(started("", { env }).program, own);
  assert.equal(started("", { env }).env["PATH"], tools);
  assert.match(problem("", { env: { PATH: ".:.venv/bin" } }), /no "nanproof" on PATH/);
});

test("a trusted workspace may be on PATH", () => {
  const env = { PATH: `${workspace}/.venv/bin:${tools}` };
  assert.equal(started("", { env }).program, theirs);
  assert.equal(started("", { env }).env["PATH"], env.PATH);
});

test("a workspace that is not trusted is passed over on PATH", () => {
  const env = { PATH: `${workspace}/.venv/bin:${tools}` };
  assert.equal(started("", { env, ...untrusted }).program, own);
  assert.equal(started("", { env, ...untrusted }).env["PATH"], tools);
  assert.match(problem("", { env: { PATH: `${workspace}/.venv/bin` }, ...untrusted }), /leads into this workspace, which is not trusted/);
});

test("nothing of a workspace that is not trusted is started, by whatever way it is named", () => {
  const toProgram = path.join(tools, "linked");
  const toFolder = path.join(tools, "folder");
  const outAgain = path.join(workspace, "python");
  fs.symlinkSync(theirs, toProgram);
  fs.symlinkSync(path.dirname(theirs), toFolder);
  fs.symlinkSync(python, outAgain);
  const alias = path.join(root, "alias");
  fs.symlinkSync(workspace, alias);
  const ways: readonly unknown[] = [
    theirs,
    ".venv/bin/nanproof",
    "./nanproof",
    "${workspaceFolder}/.venv/bin/nanproof",
    `${alias}/nanproof`,
    toProgram,
    "linked",
    path.join(toFolder, "nanproof"),
    outAgain,
    `${storage}/../workspace/nanproof`,
    ["python", "${workspaceFolder}/run.py"],
    ["python", `${alias}/run.py`],
    ["python", "../workspace/run.py"],
    ["python", `--site=${workspace}`],
    ["python", `--site=${alias}/lib`],
    ["python", "-c", `exec(open('${workspace}/x').read())`],
  ];
  for (const setting of ways) {
    assert.match(problem(setting, untrusted), /leads into this workspace, which is not trusted/, String(setting));
  }
});

test("what lies outside of it is started all the same", () => {
  for (const setting of ["", own, ["python", "-m", "nanproof"], ["tools/../../tools/python", "-m", "nanproof"]]) {
    assert.ok(started(setting, untrusted).program.startsWith(tools), String(setting));
  }
  assert.equal(started("", { ...untrusted, workspaceFolders: [] }).program, own);
});
