-- Neovim 0.11 and newer: paste into init.lua.
vim.lsp.config("nanproof", {
  cmd = { "nanproof", "server" },
  filetypes = { "python" },
  root_markers = { "pyproject.toml", ".git" },
})
vim.lsp.enable("nanproof")
