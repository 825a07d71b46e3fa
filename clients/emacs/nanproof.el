;; Emacs with eglot (built in since Emacs 29; before: M-x package-install eglot): paste into init.el.
;; eglot starts the server in your project: start it by its own name.  `python -m' would look for modules there; where you
;; need it, write ("python" "-I" "-m" "nanproof" "server").
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((python-mode python-ts-mode) . ("nanproof" "server"))))
(add-hook 'python-mode-hook #'eglot-ensure)
(add-hook 'python-ts-mode-hook #'eglot-ensure)
