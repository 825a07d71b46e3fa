;;; driving.el --- what the drives of all clients in Emacs share -*- lexical-binding: t; -*-

;; In batch mode no idle timer fires and no command loop runs: where a client relies on one, a drive calls what it would
;; have called, and waits here.

(require 'cl-lib)
(require 'json)

(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-message t)

(defun drive-find-packages ()
  "Add the packages of Debian, which `emacs -Q' does not look for."
  (dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
    (when (file-directory-p folder)
      (push folder load-path))))

(defun drive-require-eglot ()
  "Load eglot, and have it wait for a server on a busy machine."
  (when (< emacs-major-version 29)      ; before, it is a package of Debian's
    (drive-find-packages))
  (require 'eglot)
  (setq eglot-sync-connect 30
        eglot-connect-timeout 30))

(defun drive-wait (what condition &optional seconds)
  "Let Emacs work until CONDITION gives non-nil, and return that; fail, naming WHAT, after SECONDS, or 20."
  (let ((end (+ (float-time) (or seconds 20)))
        result)
    (while (and (null (setq result (funcall condition)))
                (< (float-time) end))
      (accept-process-output nil 0.02))
    (or result (error "Waited in vain for %s" what))))

(defun drive-mend (codes nan101 go-to hover apply tell)
  "Read a finding, mend it, save, and undo that; return what was seen.
CODES gives all codes that are shown, NAN101 the first finding of this rule.  GO-TO goes to it, HOVER gives what is shown of
the thing at point, APPLY takes the preferred fix of it, and TELL sends the server what was edited."
  (let* ((finding (drive-wait "NAN101" nan101))
         (opened (funcall codes))
         (hovered (progn
                    (funcall go-to finding)
                    (search-forward "log" (line-end-position))
                    (backward-char)
                    (funcall hover)))
         (menu (funcall apply finding)))
    (funcall tell)
    (drive-wait "silence after the fix" (lambda () (not (funcall nan101))))
    (save-buffer)
    (let ((mended (funcall codes)))
      (undo)
      (funcall tell)
      (drive-wait "NAN101 after undo" nan101)
      `((opened . ,(vconcat opened))
        (hover . ,hovered)
        (actions . ,(vconcat (car menu)))
        (applied . ,(cadr menu))
        (mended . ,(vconcat mended))
        (undone . ,(vconcat (funcall codes)))))))

(defun drive-run (session leave)
  "Print what SESSION saw as one line of JSON, LEAVE, and end Emacs."
  (let ((exit-code 1))
    (condition-case problem
        (progn
          (princ (concat (json-encode (funcall session)) "\n"))
          (setq exit-code 0))
      (error (message "%s" (error-message-string problem))
             (princ (error-message-string problem) #'external-debugging-output)))
    (funcall leave)
    (kill-emacs exit-code)))

(defun drive-leave-eglot ()
  "End the servers of eglot."
  (dolist (buffer (buffer-list))
    (when (buffer-live-p buffer)
      (with-current-buffer buffer
        (when (eglot-current-server)
          (ignore-errors (eglot-shutdown (eglot-current-server) nil 5)))))))
