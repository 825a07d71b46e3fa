;;; drive-lsp-mode.el --- follow nanproof's advice through lsp-mode's own commands -*- lexical-binding: t; -*-

;; As drive.el does with eglot: opens a file with the paste loaded, and prints what it saw as one line of JSON.

(require 'cl-lib)
(require 'json)

(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-message t)

;; It is a package of Debian's, which `emacs -Q' does not look for.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (when (file-directory-p folder)
    (push folder load-path)))
(require 'lsp-mode)
(setq lsp-session-file (expand-file-name "lsp-session" (getenv "HOME"))
      lsp-auto-guess-root t             ; otherwise a person is asked for the folder of the project
      lsp-diagnostics-provider :none    ; what the server said is read below; nobody looks at the display
      lsp-headerline-breadcrumb-enable nil
      lsp-enable-file-watchers nil
      lsp-log-io nil)

(defun drive-wait (what condition)
  "Let Emacs work until CONDITION gives non-nil, and return that; fail, naming WHAT, after 20 seconds."
  (let ((end (+ (float-time) 20))
        result)
    (while (and (null (setq result (funcall condition)))
                (< (float-time) end))
      (accept-process-output nil 0.02))
    (or result (error "Waited in vain for %s" what))))

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

(defun drive-apply-preferred ()
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
  (let* ((diagnostic (drive-wait "NAN101" #'drive-nan101))
         (opened (drive-codes))
         (hover (progn
                  (goto-char (lsp--position-to-point (lsp:range-start (lsp:diagnostic-range diagnostic))))
                  (search-forward "log" (line-end-position))
                  (backward-char)
                  (drive-hover)))
         (menu (drive-apply-preferred)))
    (drive-wait "silence after the fix" (lambda () (not (drive-nan101))))
    (save-buffer)
    (let ((mended (drive-codes)))
      (undo)
      (drive-wait "NAN101 after undo" #'drive-nan101)
      `((opened . ,(vconcat opened))
        (hover . ,hover)
        (actions . ,(vconcat (car menu)))
        (applied . ,(cadr menu))
        (mended . ,(vconcat mended))
        (undone . ,(vconcat (drive-codes)))))))

(let ((exit-code 1))
  (condition-case problem
      (progn
        (princ (concat (json-encode (drive-session)) "\n"))
        (setq exit-code 0))
    (error (message "%s" (error-message-string problem))
           (princ (error-message-string problem) #'external-debugging-output)))
  ;; It would wait for an answer that does not come while Emacs ends; whoever started Emacs ends the server.
  (setq kill-emacs-hook nil)
  (kill-emacs exit-code))
