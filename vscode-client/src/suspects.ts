/** What the server answers when it is asked what makes the loss NaN, in the order in which a person reads it. Knows nothing of the editor. */

/** Counted from 1; columns in code points. */
export interface Location {
  readonly row: number;
  readonly column: number;
}

/** A place in a file, or in the code cell of a notebook that has this number, from 1. */
export interface Stretch {
  readonly filename: string;
  readonly cell?: number | null;
  readonly location: Location;
  readonly end_location: Location;
}

export interface Step extends Stretch {
  readonly message: string;
}

export type Certainty = "certain" | "taken" | "possible" | "masked";

export interface Suspect extends Stretch {
  readonly rank: number;
  readonly certainty: Certainty;
  readonly kind: string;
  readonly on_way_to_loss: boolean;
  readonly code: string | null;
  readonly message: string;
  readonly operation: string;
  readonly operand: string;
  readonly reason: readonly Step[];
  readonly way?: readonly Step[];
  readonly why?: string;
  readonly to_be_sure?: string;
  readonly fix: { readonly message: string; readonly reason: string } | null;
}

export interface Answer {
  readonly suspects: readonly Suspect[];
  /** What the terminal prints. */
  readonly text: string;
  /** One sentence. */
  readonly message: string;
  /** Whether nothing could be looked for, and the sentence says why. */
  readonly failed: boolean;
}

/** The suspects of one file, the likeliest first. */
export interface Group {
  readonly filename: string;
  readonly suspects: readonly Suspect[];
}

/** A line beneath a suspect: a step of its reason or its way, which has a place, or a sentence. */
export interface Detail {
  readonly kind: "step" | "way" | "why" | "check" | "fix";
  readonly text: string;
  readonly at?: Stretch;
}

const KINDS: Readonly<Record<string, string>> = { value: "the value", gradient: "the gradient" };

/** The answer, where it is one: an older server may say something else. */
export function answerOf(said: unknown): Answer | undefined {
  if (typeof said !== "object" || said === null) {
    return undefined;
  }
  const { suspects, text, message, failed } = said as Readonly<Record<string, unknown>>;
  const isOne = Array.isArray(suspects) && typeof text === "string" && typeof message === "string";
  return isOne ? { suspects, text, message, failed: failed === true } : undefined;
}

/** The suspects by file: the file of the likeliest first. */
export function byFile(suspects: readonly Suspect[]): readonly Group[] {
  const files = new Map<string, Suspect[]>();
  for (const suspect of [...suspects].sort((one, other) => one.rank - other.rank)) {
    files.set(suspect.filename, [...(files.get(suspect.filename) ?? []), suspect]);
  }
  return [...files].map(([filename, held]) => ({ filename, suspects: held }));
}

/** The name of a suspect: its rank, and what is computed there. */
export function titleOf({ rank, operation, operand }: Suspect): string {
  const written = operand.replace(/\s+/g, " ").trim();
  return `${rank}. ${operation === "" ? "named line" : operation}${written === "" ? "" : ` of ${written}`}`;
}

/** Where a suspect is, and how sure it is. */
export function standingOf(suspect: Suspect): string {
  const { certainty, kind, on_way_to_loss: isOnWay } = suspect;
  return `${placeOf(suspect)}: ${certainty}, ${KINDS[kind] ?? kind}${isOnWay ? "" : ", on no known way to the loss"}`;
}

export function placeOf({ cell, location }: Stretch): string {
  return typeof cell === "number" ? `cell ${cell}, line ${location.row}` : `line ${location.row}`;
}

/** What is told beneath a suspect: where its value is made, where it goes, what the log has to do with it, what to write. */
export function detailsOf({ reason, way, why, to_be_sure: check, fix }: Suspect): readonly Detail[] {
  const steps = (kind: "step" | "way", from: readonly Step[] = []): Detail[] => from.map((step) => ({ kind, text: step.message, at: step }));
  const sentence = (kind: "why" | "check" | "fix", text: string | undefined): Detail[] => (text === undefined || text === "" ? [] : [{ kind, text }]);
  return [
    ...sentence("why", why),
    ...steps("step", reason),
    ...steps("way", way),
    ...sentence("fix", fix?.message),
    ...sentence("check", check),
  ];
}

/** The column that editors count, in UTF-16 units from 0, of one in code points from 1. */
export function unitsBefore(line: string, column: number): number {
  return Array.from(line).slice(0, column - 1).join("").length;
}
