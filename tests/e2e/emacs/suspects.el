;;; suspects.el --- look for what makes the loss NaN through eglot -*- lexical-binding: t; -*-

;; From the file and from a log; prints the lists of both as one line of JSON.

(load (expand-file-name "driving" (file-name-directory load-file-name)) nil t)
(drive-require-eglot)
(require 'xref)

(defvar drive-xrefs nil "What Emacs was asked to list.")
(setq xref-show-xrefs-function (lambda (fetcher _options) (setq drive-xrefs (funcall fetcher))))

(defun drive-listed ()
  "What was listed last, a line for each."
  (vconcat
   (mapcar (lambda (each)
             (let ((place (xref-item-location each)))
               (format "%s:%d:%d %s" (file-name-nondirectory (xref-location-group place)) (xref-location-line place)
                       (with-current-buffer (find-file-noselect (xref-location-group place))
                         (save-excursion
                           (goto-char (xref-location-marker place))
                           (1+ (- (point) (line-beginning-position)))))
                       (xref-item-summary each))))
           drive-xrefs)))

(defun drive-session ()
  "Look from the file, and from a log; return what was listed."
  (find-file (getenv "NANPROOF_E2E_FILE"))
  (run-hooks 'post-command-hook)
  (drive-wait "eglot" #'eglot-managed-p 30)
  (nanproof-suspects buffer-file-name)
  (let ((file (drive-listed)))
    (with-temp-buffer
      (insert "losses.py:6: RuntimeWarning: divide by zero encountered in log\n"
              "  return -(p * torch.log(p)).sum()\n")
      (nanproof-trace (point-min) (point-max)))
    `((file . ,file) (log . ,(drive-listed)))))

(drive-run #'drive-session #'drive-leave-eglot)
