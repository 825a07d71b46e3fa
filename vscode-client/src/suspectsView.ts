/** The view in which a person walks through the suspects: by file, the likeliest first, with the reason beneath each. */

import {
  commands,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import { friendly } from "./places";
import { byFile, detailsOf, placeOf, standingOf, titleOf, type Answer, type Certainty, type Detail, type Group, type Suspect } from "./suspects";

export const VIEW = "nanproof.suspects";
const GO_TO = "nanproof.goToSuspect";
const SHOWN = "nanproof.hasSuspects";

type Node = { readonly group: Group } | { readonly suspect: Suspect } | { readonly detail: Detail; readonly suspect: Suspect };

const CERTAINTY: Readonly<Record<Certainty, ThemeIcon>> = {
  certain: new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground")),
  taken: new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground")),
  possible: new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground")),
  masked: new ThemeIcon("circle-outline"),
};
const DETAIL: Readonly<Record<Detail["kind"], string>> = {
  step: "arrow-small-right",
  way: "arrow-down",
  why: "output",
  check: "beaker",
  fix: "lightbulb",
};

export class SuspectsView implements Disposable, TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Node>;
  private answer: Answer | undefined;
  private roots: readonly Node[] = [];
  private readonly parents = new Map<Node, Node>();
  private readonly children = new Map<Node, readonly Node[]>();

  constructor() {
    this.view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
  }

  /** What is shown, for the clipboard. */
  get text(): string {
    return this.answer?.text ?? "";
  }

  /** Shows an answer; `about` says in a word what was asked. */
  async show(answer: Answer, about: string): Promise<void> {
    this.answer = answer;
    this.parents.clear();
    this.children.clear();
    this.roots = byFile(answer.suspects).map((group) => this.grown({ group }));
    this.view.message = answer.message;
    this.view.description = about;
    this.view.badge = { value: answer.suspects.length, tooltip: answer.message };
    await this.open();
    this.changed.fire();
    const [first] = this.roots;
    const likeliest = first === undefined ? undefined : this.children.get(first)?.[0];
    if (likeliest !== undefined) {
      await this.view.reveal(likeliest, { select: true, focus: true, expand: true });
    }
  }

  /** Forgets the suspects; the view stays, and says how to find others. */
  clear(): void {
    this.answer = undefined;
    this.roots = [];
    this.view.message = "";
    this.view.description = "";
    this.view.badge = undefined;
    this.changed.fire();
  }

  /** A view that is not on the screen draws nothing, and reveals nothing either. */
  private async open(): Promise<void> {
    await commands.executeCommand("setContext", SHOWN, true);
    await commands.executeCommand(`${VIEW}.focus`);
  }

  getChildren(node?: Node): Node[] {
    return [...(node === undefined ? this.roots : (this.children.get(node) ?? []))];
  }

  getParent(node: Node): Node | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: Node): TreeItem {
    if ("group" in node) {
      return groupItem(node.group);
    }
    return "detail" in node ? detailItem(node.detail, node.suspect) : suspectItem(node.suspect);
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  /** The same node with what stands beneath it: a view finds a node again only if it is the same object. */
  private grown(node: Node): Node {
    const beneath: readonly Node[] = "group" in node ? node.group.suspects.map((suspect) => this.grown({ suspect })) : leaves(node);
    this.children.set(node, beneath);
    beneath.forEach((each) => this.parents.set(each, node));
    return node;
  }
}

function leaves(node: Node): readonly Node[] {
  return "suspect" in node && !("detail" in node) ? detailsOf(node.suspect).map((detail) => ({ detail, suspect: node.suspect })) : [];
}

function groupItem({ filename, suspects }: Group): TreeItem {
  const item = new TreeItem(Uri.file(filename), TreeItemCollapsibleState.Expanded);
  item.iconPath = ThemeIcon.File;
  item.label = friendly(filename);
  item.description = String(suspects.length);
  return item;
}

function suspectItem(suspect: Suspect): TreeItem {
  const isFirst = suspect.rank === 1;
  const item = new TreeItem(titleOf(suspect), isFirst ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.iconPath = CERTAINTY[suspect.certainty];
  item.description = standingOf(suspect);
  item.tooltip = new MarkdownString().appendText(suspect.message);
  item.contextValue = "suspect";
  item.command = { command: GO_TO, title: "Go To", arguments: [suspect] };
  item.accessibilityInformation = { label: `${titleOf(suspect)}, ${standingOf(suspect)}. ${suspect.message}` };
  return item;
}

function detailItem({ kind, text, at }: Detail, suspect: Suspect): TreeItem {
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon(DETAIL[kind]);
  item.tooltip = new MarkdownString().appendText(text);
  if (at !== undefined) {
    item.description = at.filename === suspect.filename ? placeOf(at) : `${friendly(at.filename)}, ${placeOf(at)}`;
  }
  // What has no place of its own is said of the operation.
  item.command = { command: GO_TO, title: "Go To", arguments: [at ?? suspect] };
  return item;
}
