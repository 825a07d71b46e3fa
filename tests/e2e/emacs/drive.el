;;; drive.el --- follow nanproof's advice through eglot's own commands -*- lexical-binding: t; -*-

;; Opens a file as a user would, with the paste in clients/emacs loaded, and prints what it saw as one line of
;; JSON.  In batch mode no idle timer fires and no command loop runs: where eglot relies on one, this calls
;; what it would have called.

(require 'cl-lib)
(require 'json)

(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-message t)

;; Before 29 eglot is a package of Debian's, which `emacs -Q' does not look for.
(when (< emacs-major-version 29)
  (dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
    (when (file-directory-p folder)
      (push folder load-path))))
(require 'eglot)
(setq eglot-sync-connect 30
      eglot-connect-timeout 30)

(defun drive-wait (what condition)
  "Let Emacs work until CONDITION gives non-nil, and return that; fail, naming WHAT, after 20 seconds."
  (let ((end (+ (float-time) 20))
        result)
    (while (and (null (setq result (funcall condition)))
                (< (float-time) end))
      (accept-process-output nil 0.02))
    (or result (error "Waited in vain for %s" what))))

(defun drive-code (diagnostic)
  "The code of the LSP diagnostic behind flymake's DIAGNOSTIC."
  (plist-get (alist-get 'eglot-lsp-diag (eglot--diag-data diagnostic)) :code))

(defun drive-codes ()
  "The codes now shown in the buffer."
  (flymake-start)
  (mapcar #'drive-code (flymake-diagnostics)))

(defun drive-nan101 ()
  "The first NAN101 shown in the buffer."
  (flymake-start)
  (cl-find "NAN101" (flymake-diagnostics) :key #'drive-code :test #'equal))

(defun drive-tell-server ()
  "Send the edits, as eglot's idle timer would."
  (eglot--signal-textDocument/didChange))

(defun drive-hover ()
  "What eldoc shows at point."
  (eldoc t)
  (drive-wait "the hover"
              (lambda ()
                (when (buffer-live-p (bound-and-true-p eldoc--doc-buffer))
                  (with-current-buffer eldoc--doc-buffer
                    (let ((text (string-trim (buffer-substring-no-properties (point-min) (point-max)))))
                      (unless (string-empty-p text) text)))))))

(defun drive-apply-preferred (diagnostic)
  "Answer the menu of code actions at DIAGNOSTIC with RET, which takes the preferred one.
Return the titles and the one taken."
  (let* ((titles nil)
         (taken nil)
         (tick (buffer-chars-modified-tick))
         ;; Otherwise eglot takes the call for a mouse click and opens a menu.
         (last-nonmenu-event t)
         (completing-read-function
          (lambda (_prompt items _predicate _match _initial _history default &rest _)
            (setq titles (mapcar #'car items)
                  taken default))))
    (undo-boundary)
    (eglot-code-actions (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic) nil t)
    (drive-wait "the quick fix" (lambda () (/= tick (buffer-chars-modified-tick))))
    (undo-boundary)
    (list titles taken)))

(defun drive-session ()
  "Open, read, mend, save, undo; return what was seen."
  (find-file (getenv "NANPROOF_E2E_FILE"))
  (run-hooks 'post-command-hook)        ; `eglot-ensure' waits for the end of the command
  (drive-wait "eglot" #'eglot-managed-p)
  (let* ((diagnostic (drive-wait "NAN101" #'drive-nan101))
         (opened (drive-codes))
         (hover (progn
                  (goto-char (flymake-diagnostic-beg diagnostic))
                  (search-forward "log" (line-end-position))
                  (backward-char)
                  (drive-hover)))
         (menu (drive-apply-preferred diagnostic)))
    (drive-tell-server)
    (drive-wait "silence after the fix" (lambda () (not (drive-nan101))))
    (save-buffer)
    (let ((mended (drive-codes)))
      (undo)
      (drive-tell-server)
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
  (when (eglot-current-server)
    (ignore-errors (eglot-shutdown (eglot-current-server) nil 5)))
  (kill-emacs exit-code))
