;; Emacs with lsp-mode (M-x package-install lsp-mode): paste into init.el.
;; With `:add-on? t' it runs beside pyright and others.  lsp-mode counts columns in characters, which it must say: otherwise
;; they are counted as the protocol has it, and an emoji moves what stands behind it.
(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection '("nanproof" "server"))
    :activation-fn (lsp-activate-on "python")
    :initialization-options (lambda () '(:level "warning"))
    :custom-capabilities '((general . ((positionEncodings . ["utf-32"]))))
    :add-on? t
    :server-id 'nanproof)))
(add-hook 'python-mode-hook #'lsp-deferred)
(add-hook 'python-ts-mode-hook #'lsp-deferred)
