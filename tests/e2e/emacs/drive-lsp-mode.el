;;; drive-lsp-mode.el --- follow nanproof's advice through lsp-mode's own commands -*- lexical-binding: t; -*-

;; As drive.el does with eglot: opens a file with the paste loaded, and prints what it saw as one line of JSON.

(load (expand-file-name "driving" (file-name-directory load-file-name)) nil t)
(drive-find-packages)
(require 'lsp-mode)
(setq lsp-session-file (expand-file-name "lsp-session" (getenv "HOME"))
      lsp-auto-guess-root t             ; otherwise a person is asked for the folder of the project
      lsp-diagnostics-provider :none    ; what the server said is read below; nobody looks at the display
      lsp-headerline-breadcrumb-enable nil
      lsp-enable-file-watchers nil
      lsp-log-io nil)

(defun drive-diagnostics ()
  "The diagnostics that lsp-mode has of the buffer's file."
  (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics)))

(defun drive-codes ()
  "The codes of these."
  (mapcar #'lsp:diagnostic-code? (drive-diagnostics)))

(defun drive-nan101 ()
  "The first NAN101 of these."
  (cl-find "NAN101" (drive-diagnostics) :key #'lsp:diagnostic-code? :test #'equal))

(defun drive-hover ()
  "What lsp-mode shows of the thing at point."
  (lsp-describe-thing-at-point)
  (with-current-buffer "*lsp-help*"
    (string-trim (buffer-substring-no-properties (point-min) (point-max)))))

(defun drive-apply-preferred (_finding)
  "Take the first entry of the menu of code actions at point; return the titles and the one taken."
  (let* ((titles nil)
         (taken nil)
         (tick (buffer-chars-modified-tick))
         (completing-read-function
          (lambda (_prompt items &rest _)
            (setq titles (all-completions "" items)
                  taken (car titles)))))
    (undo-boundary)
    (call-interactively #'lsp-execute-code-action)
    (drive-wait "the quick fix" (lambda () (/= tick (buffer-chars-modified-tick))))
    (undo-boundary)
    (list titles taken)))

(defun drive-session ()
  "Open, read, mend, save, undo; return what was seen."
  (let ((file (getenv "NANPROOF_E2E_FILE")))
    (lsp-workspace-folders-add (file-name-directory file))
    (find-file file))
  (lsp)                                 ; `lsp-deferred' waits for the buffer to be shown
  (drive-wait "lsp-mode" (lambda () lsp--buffer-workspaces))
  (drive-mend #'drive-codes #'drive-nan101
              (lambda (finding) (goto-char (lsp--position-to-point (lsp:range-start (lsp:diagnostic-range finding)))))
              #'drive-hover #'drive-apply-preferred #'ignore)) ; it tells the server itself

;; It would wait for an answer that does not come while Emacs ends; whoever started Emacs ends the server.
(drive-run #'drive-session (lambda () (setq kill-emacs-hook nil)))
