-- Neovim 0.11 and newer: paste into init.lua.
vim.lsp.config("nanproof", {
  cmd = { "nanproof", "server" },
  cmd_cwd = vim.env.VIMRUNTIME, -- not in your project, whose modules Python could take for its own
  filetypes = { "python" },
  root_markers = { "pyproject.toml", ".git" },
})
vim.lsp.enable("nanproof")
