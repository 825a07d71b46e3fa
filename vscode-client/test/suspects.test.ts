import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, byFile, detailsOf, standingOf, titleOf, unitsBefore, type Suspect } from "../src/suspects";

const at = (filename: string, row: number) => ({ filename, location: { row, column: 5 }, end_location: { row, column: 9 } });

function suspect(more: Partial<Suspect> = {}): Suspect {
  return {
    ...at("/w/losses.py", 6),
    rank: 1,
    certainty: "taken",
    kind: "value",
    on_way_to_loss: true,
    code: "NAN101",
    message: "`p` is a softmax",
    operation: "torch.log",
    operand: "p",
    reason: [{ ...at("/w/losses.py", 5), message: "made here" }],
    way: [{ ...at("/w/train.py", 10), message: "goes into `loss`" }],
    fix: { message: "Mask the operand", reason: "it stays above 0" },
    ...more,
  };
}

test("suspects stand by file, and the file of the likeliest comes first", () => {
  const told = [suspect({ rank: 3 }), suspect({ rank: 2, filename: "/w/train.py" }), suspect({ rank: 1 })];
  const groups = byFile(told).map(({ filename, suspects }) => [filename, suspects.map(({ rank }) => rank)]);
  assert.deepEqual(groups, [["/w/losses.py", [1, 3]], ["/w/train.py", [2]]]);
});

test("a suspect is named by its rank and operation, on one line", () => {
  assert.equal(titleOf(suspect()), "1. torch.log of p");
  assert.equal(titleOf(suspect({ rank: 2, operand: "a +\n    b" })), "2. torch.log of a + b");
  assert.equal(titleOf(suspect({ operation: "", operand: "" })), "1. named line");
});

test("its standing says where it is and how sure, and that no way to the loss is known", () => {
  assert.equal(standingOf(suspect()), "line 6: taken, the value");
  assert.equal(standingOf(suspect({ cell: 3, kind: "gradient", certainty: "possible" })), "cell 3, line 6: possible, the gradient");
  assert.equal(standingOf(suspect({ on_way_to_loss: false })), "line 6: taken, the value, on no known way to the loss");
});

test("beneath it stand the log's word, the steps with their places, and what to write", () => {
  const details = detailsOf(suspect({ why: "PyTorch names this line", to_be_sure: "to be sure, print it" }));
  assert.deepEqual(details.map(({ kind, text }) => `${kind}: ${text}`), [
    "why: PyTorch names this line",
    "step: made here",
    "way: goes into `loss`",
    "fix: Mask the operand",
    "check: to be sure, print it",
  ]);
  assert.deepEqual(details.map((detail) => detail.at?.location.row), [undefined, 5, 10, undefined, undefined]);
  const { way, ...bare } = suspect({ reason: [], fix: null });
  assert.equal(way?.length, 1);
  assert.deepEqual(detailsOf(bare), []);
});

test("an answer of another shape is none", () => {
  const answer = { suspects: [], text: "", message: "nothing" };
  assert.deepEqual(answerOf({ ...answer, more: 1 }), { ...answer, failed: false });
  assert.deepEqual(answerOf({ ...answer, failed: true }), { ...answer, failed: true });
  for (const said of [null, undefined, "text", {}, { suspects: {}, text: "", message: "" }, { suspects: [], text: "" }]) {
    assert.equal(answerOf(said), undefined);
  }
});

test("columns in code points become columns in UTF-16 units", () => {
  assert.equal(unitsBefore("\u{1F525} log(y)", 1), 0);
  assert.equal(unitsBefore("\u{1F525} log(y)", 3), 3);
  assert.equal(unitsBefore("log", 9), 3);
});
