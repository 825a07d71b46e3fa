-- Neovim 0.7 to 0.10: paste into init.lua.
local client
vim.api.nvim_create_autocmd("FileType", {
  pattern = "python",
  callback = function(event)
    client = client or vim.lsp.start_client({
      name = "nanproof",
      cmd = { "nanproof", "server" },
      cmd_cwd = vim.env.VIMRUNTIME, -- not in your project, whose modules Python could take for its own
      root_dir = vim.fn.getcwd(),
      on_exit = function() client = nil end,
    })
    if client then vim.lsp.buf_attach_client(event.buf, client) end
  end,
})
