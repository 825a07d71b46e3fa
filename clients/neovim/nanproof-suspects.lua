-- Neovim 0.7 and newer, beside the configuration of the server: paste into init.lua.
-- :NanproofSuspects [FILE] lists what can make the loss NaN; :'<,'>NanproofTrace reads a log in the buffer, :NanproofTrace the one in the clipboard.
local function nan_search(command, argument)
  local client = vim.tbl_filter(function(c) return c.name == "nanproof" end, (vim.lsp.get_clients or vim.lsp.get_active_clients)())[1]
  if not client then return vim.notify("nanproof does not run: open a Python file first", vim.log.levels.WARN) end
  local request = vim.fn.has("nvim-0.11") == 1 and function(...) client:request(...) end or client.request
  request("workspace/executeCommand", { command = command, arguments = { argument } }, function(err, found)
    if err then return vim.notify(err.message, vim.log.levels.ERROR) end
    local items = {}
    for index, suspect in ipairs(found.suspects) do
      items[index] = vim.lsp.util.locations_to_items({ found.locations[index] }, client.offset_encoding)[1]
      items[index].text = ("%d. %s: %s"):format(suspect.rank, suspect.certainty, suspect.message:match("[^\n]*"))
    end
    vim.fn.setqflist({}, " ", { title = "nanproof", items = items })
    if #items > 0 then vim.cmd("copen") end
    vim.notify(found.message)
  end)
end
vim.api.nvim_create_user_command("NanproofSuspects", function(asked)
  nan_search("nanproof.suspects", { entry = vim.fn.fnamemodify(asked.args ~= "" and asked.args or vim.api.nvim_buf_get_name(0), ":p") })
end, { nargs = "?", complete = "file" })
vim.api.nvim_create_user_command("NanproofTrace", function(asked)
  local lines = asked.range > 0 and vim.api.nvim_buf_get_lines(0, asked.line1 - 1, asked.line2, false) or { vim.fn.getreg("+") }
  nan_search("nanproof.trace", { log = table.concat(lines, "\n") })
end, { range = true })
