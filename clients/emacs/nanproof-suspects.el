;; Emacs with eglot, beside the configuration of the server: paste into init.el.
;; M-x nanproof-suspects lists what can make the loss NaN, starting from the file; M-x nanproof-trace reads the log in the region.
(defun nanproof--list (command argument)
  "Have the server run COMMAND with ARGUMENT, and list what it found, the likeliest first."
  (let* ((found (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                                 (list :command command :arguments (vector argument)) :timeout 300))
         (make (lambda (each)
                 (let ((place (plist-get each :location)))
                   (xref-make (format "%d. %s: %s" (plist-get each :rank) (plist-get each :certainty)
                                      (car (split-string (plist-get each :message) "\n")))
                              (xref-make-file-location (plist-get each :filename) (plist-get place :row)
                                                       (1- (plist-get place :column)))))))
         (xrefs (mapcar make (plist-get found :suspects))))
    (message "%s" (plist-get found :message))
    (when xrefs
      (funcall (if (fboundp 'xref-show-xrefs) #'xref-show-xrefs #'xref--show-xrefs) ; the former since Emacs 29
               (lambda () xrefs) nil))))
(defun nanproof-suspects (file)
  "List what can make the loss NaN of the training script FILE."
  (interactive (list (read-file-name "The script that trains: " nil buffer-file-name t)))
  (nanproof--list "nanproof.suspects" (list :entry (expand-file-name file))))
(defun nanproof-trace (start end)
  "List what made the NaN of the log between START and END, a traceback in a shell's buffer for example."
  (interactive "r")
  (let ((log (buffer-substring-no-properties start end)))
    (with-current-buffer (or (seq-find (lambda (each) (with-current-buffer each (eglot-managed-p))) (buffer-list))
                             (user-error "Open a Python file first"))
      (nanproof--list "nanproof.trace" (list :log log)))))
