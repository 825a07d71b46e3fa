-- Opens a file as a user would, follows nanproof's advice through Neovim's own commands, and prints what it
-- saw as one line of JSON. Works in Neovim 0.7 and newer; the paste was read as the init file.

local SECOND = 1000
local file = os.getenv("NANPROOF_E2E_FILE")

local function wait_for(what, condition)
  if not vim.wait(20 * SECOND, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function codes()
  return vim.tbl_map(function(d) return d.code or "" end, vim.diagnostic.get(0))
end

local function has_nan101()
  return vim.tbl_contains(codes(), "NAN101")
end

local function hover()
  vim.lsp.buf.hover()
  local window
  wait_for("the hover", function()
    for _, candidate in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(candidate).relative ~= "" then window = candidate end
    end
    return window ~= nil
  end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, "\n")
end

-- Older versions do not tell the server that they know preferred actions: there the first one is taken.
local knows_preferred = vim.lsp.protocol.make_client_capabilities().textDocument.codeAction.isPreferredSupport

-- The menu of code actions, answered with the preferred one.
local function apply_preferred()
  local titles, chosen = {}, nil
  vim.ui.select = function(items, _, on_choice)
    local preferred = not knows_preferred and 1 or nil
    for index, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(titles, action.title)
      if action.isPreferred then preferred = index end
    end
    if preferred then
      chosen = titles[preferred]
      on_choice(items[preferred], preferred)
    end
  end
  local tick = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  wait_for("a menu with actions", function() return #titles > 0 end)
  if chosen == nil then error("no action is preferred: " .. table.concat(titles, "; ")) end
  wait_for("the quick fix", function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  return titles, chosen
end

local function session()
  local seen = {}
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  wait_for("NAN101", has_nan101)
  seen.opened = codes()

  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == "NAN101" then
      vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
    end
  end
  vim.fn.search("log(", "c", vim.fn.line("."))
  seen.hover = hover()
  seen.actions, seen.applied = apply_preferred()
  wait_for("silence after the fix", function() return not has_nan101() end)
  vim.cmd("silent write")
  seen.mended = codes()

  vim.cmd("silent undo")
  wait_for("NAN101 after undo", has_nan101)
  seen.undone = codes()
  return seen
end

local function leave(exit_code)
  for _, client in ipairs(clients()) do vim.lsp.stop_client(client.id) end
  vim.wait(5 * SECOND, function() return #clients() == 0 end, 20)
  if exit_code == 0 then vim.cmd("qall!") else vim.cmd("cquit!") end
end

-- Without this a Lua error would leave a headless Neovim waiting for ever.
local ok, result = xpcall(session, debug.traceback)
if ok then
  -- An empty table is written as {}; here each one is a list.
  local text = vim.json.encode(result):gsub('"(%a+)":{}', '"%1":[]')
  io.stdout:write(text .. "\n")
else
  io.stderr:write(result .. "\n" .. vim.fn.execute("messages") .. "\n")
end
leave(ok and 0 or 1)
