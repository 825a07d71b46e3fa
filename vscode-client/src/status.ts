/** What the status of the language says of nanproof: its version, whether it starts, what is wrong. */

import { languages, LanguageStatusSeverity, type Disposable } from "vscode";
import { SELECTOR } from "./selector";

export class Status implements Disposable {
  private readonly item = languages.createLanguageStatusItem("nanproof.status", [...SELECTOR]);

  constructor() {
    this.item.name = "nanproof";
    this.off();
  }

  off(): void {
    this.show("nanproof is off", "", LanguageStatusSeverity.Information);
  }

  starting(): void {
    this.show("nanproof", "starting", LanguageStatusSeverity.Information, true);
  }

  running(version: string, program: string): void {
    this.show(`nanproof ${version}`, program, LanguageStatusSeverity.Information);
    this.item.command = { command: "nanproof.restart", title: "Restart" };
  }

  failed(problem: string): void {
    this.show("nanproof does not run", problem, LanguageStatusSeverity.Error);
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, detail: string, severity: LanguageStatusSeverity, busy = false): void {
    this.item.text = text;
    this.item.detail = detail;
    this.item.severity = severity;
    this.item.busy = busy;
    this.item.command = { command: "nanproof.showLog", title: "Show Log" };
  }
}
