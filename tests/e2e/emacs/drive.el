;;; drive.el --- follow nanproof's advice through eglot's own commands -*- lexical-binding: t; -*-

;; Opens a file as a user would, with the paste in clients/emacs loaded, and prints what it saw as one line of JSON.

(load (expand-file-name "driving" (file-name-directory load-file-name)) nil t)
(drive-require-eglot)

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

(defun drive-left-by (kind beginning)
  "What an action of KIND whose title has this BEGINNING leaves of the buffer, before it is undone."
  (let* ((finding (drive-nan101))
         (last-nonmenu-event t)
         (completing-read-function
          (lambda (_prompt items &rest _)
            (cl-find-if (lambda (title) (string-prefix-p beginning title)) (mapcar #'car items)))))
    (undo-boundary)
    (eglot-code-actions (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding) kind t)
    (undo-boundary)
    (drive-tell-server)
    (drive-wait "silence" (lambda () (not (drive-nan101))))
    (let ((left (buffer-substring-no-properties (point-min) (point-max))))
      (undo)
      (drive-tell-server)
      (drive-wait "NAN101 after undo" #'drive-nan101)
      left)))

(defun drive-configured (settings what condition)
  "The codes once SETTINGS count, as WHAT and CONDITION say."
  (let ((eglot-workspace-configuration settings))
    (eglot-signal-didChangeConfiguration (eglot-current-server))
    (drive-wait what condition)
    (vconcat (drive-codes))))

(defun drive-killed ()
  "Kill the server, and ask for another one, as a person does whose eglot did not do so itself."
  (let* ((server (eglot-current-server))
         (before (jsonrpc--process server)))
    (signal-process before 'SIGKILL)
    (drive-wait "the end of the server" (lambda () (not (process-live-p before))))
    (when (eq server (eglot-current-server))
      (eglot-reconnect server))
    (drive-wait "another server" (lambda () (and (eglot-current-server) (not (eq server (eglot-current-server))))))
    (drive-wait "NAN101 of another server" #'drive-nan101)
    (vector (process-id before) (process-id (jsonrpc--process (eglot-current-server))))))

(defun drive-others (file)
  "In FILE: silence by a comment and by a setting, all fixes, another server."
  (set-buffer-modified-p nil)
  (find-file file)
  (run-hooks 'post-command-hook)
  (drive-wait "eglot" #'eglot-managed-p)
  (drive-wait "NAN101 in another file" #'drive-nan101)
  `((suppressed . ,(drive-left-by nil "Suppress"))
    (fixed . ,(drive-left-by "source.fixAll.nanproof" ""))
    (ignored . ,(drive-configured '(:nanproof (:ignore ["NAN101"])) "silence by a setting"
                                  (lambda () (not (drive-nan101)))))
    (restored . ,(drive-configured '(:nanproof (:ignore [])) "NAN101 again" #'drive-nan101))
    (processes . ,(drive-killed))))

(defun drive-session ()
  "Open, read, mend, save, undo; return what was seen."
  (find-file (getenv "NANPROOF_E2E_FILE"))
  (run-hooks 'post-command-hook)        ; `eglot-ensure' waits for the end of the command
  (drive-wait "eglot" #'eglot-managed-p)
  (let ((seen (drive-mend #'drive-codes #'drive-nan101 (lambda (finding) (goto-char (flymake-diagnostic-beg finding)))
                          #'drive-hover #'drive-apply-preferred #'drive-tell-server))
        (other (getenv "NANPROOF_E2E_OTHER")))
    (if other
        (cons (cons 'others (drive-others other)) seen)
      seen)))

(drive-run #'drive-session #'drive-leave-eglot)
