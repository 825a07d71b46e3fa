-- Looks for what makes the loss NaN as a user would, from the file and from a log, and prints the quickfix list of each as
-- one line of JSON.

local SECOND = 1000
local file = os.getenv("NANPROOF_E2E_FILE")

local function wait_for(what, condition)
  if not vim.wait(30 * SECOND, condition, 20) then
    error("waited in vain for " .. what .. "\n" .. vim.fn.execute("messages"))
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function listed(command)
  vim.fn.setqflist({}, "r")
  vim.cmd(command)
  wait_for(command, function() return #vim.fn.getqflist() > 0 end)
  local seen = vim.tbl_map(function(item)
    local name = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ":t")
    return ("%s:%d:%d %s"):format(name, item.lnum, item.col, item.text)
  end, vim.fn.getqflist())
  vim.cmd("cclose")
  return seen
end

local function session()
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  wait_for("the server", function()
    local client = clients()[1]
    return client ~= nil and (client.initialized or client.server_capabilities ~= nil)
  end)
  local seen = { file = listed("NanproofSuspects") }
  vim.cmd("new")
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    "losses.py:6: RuntimeWarning: divide by zero encountered in log",
    "  return -(p * torch.log(p)).sum()",
  })
  seen.log = listed("%NanproofTrace")
  return seen
end

local ok, result = xpcall(session, debug.traceback)
if ok then
  io.stdout:write(vim.json.encode(result) .. "\n")
else
  io.stderr:write(result .. "\n")
end
for _, client in ipairs(clients()) do vim.lsp.stop_client(client.id) end
vim.wait(5 * SECOND, function() return #clients() == 0 end, 20)
if ok then vim.cmd("qall!") else vim.cmd("cquit!") end
