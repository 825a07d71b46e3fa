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

-- The menu of code actions, of one kind or of any, answered with the one that `is_chosen`.
local function apply(is_chosen, kind)
  local titles, chosen = {}, nil
  vim.ui.select = function(items, _, on_choice)
    local place
    for index, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(titles, action.title)
      if is_chosen(action, index) then place = place or index end
    end
    if place then
      chosen = titles[place]
      on_choice(items[place], place)
    end
  end
  local tick = vim.api.nvim_buf_get_changedtick(0)
  local context = kind and { only = { kind } }
  vim.lsp.buf.code_action(vim.fn.has("nvim-0.8") == 1 and { context = context } or context)
  wait_for("a menu with actions", function() return #titles > 0 end)
  if chosen == nil then error("none is the one: " .. table.concat(titles, "; ")) end
  wait_for("the edit", function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  return titles, chosen
end

local function is_preferred(action, index)
  if knows_preferred then return action.isPreferred end
  return index == 1
end

local function go_to_nan101()
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == "NAN101" then
      vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
    end
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

-- What an action leaves, before it is undone.
local function left_by(is_chosen, kind)
  go_to_nan101()
  apply(is_chosen, kind)
  wait_for("silence", function() return not has_nan101() end)
  local left = text()
  vim.cmd("silent undo")
  wait_for("NAN101 after undo", has_nan101)
  return left
end

-- Saves; a new Neovim asks for diagnostics with the next key only.
local function save()
  vim.cmd("silent write")
  if vim.fn.has("nvim-0.11") == 1 then vim.cmd("normal! Go") end
end

-- Waits until what the folder configures counts.
local function configured(lines, what, condition)
  vim.fn.writefile(lines, vim.fn.expand("%:p:h") .. "/nanproof.toml")
  save()
  wait_for(what, condition)
  return codes()
end

local function server_process()
  for _, list in ipairs(vim.fn.glob("/proc/" .. vim.fn.getpid() .. "/task/*/children", true, true)) do
    for process in io.open(list):read("*a"):gmatch("%d+") do
      local command = io.open("/proc/" .. process .. "/cmdline")
      if command and command:read("*a"):find("nanproof%z?.*server") then return tonumber(process) end
    end
  end
end

-- The server is killed; what opens the file again starts another.
local function killed()
  vim.cmd("silent write")
  local before = server_process()
  vim.loop.kill(before, "sigkill")
  wait_for("the end of the server", function() return #clients() == 0 end)
  vim.cmd("silent edit")
  wait_for("NAN101 of another server", has_nan101)
  return { before, server_process() }
end

-- In another file: all fixes, silence by a comment and by the configuration, another server.
local function others(other)
  vim.cmd("edit! " .. vim.fn.fnameescape(other))
  wait_for("NAN101 in another file", has_nan101)
  return {
    suppressed = left_by(function(action) return vim.startswith(action.title, "Suppress") end),
    fixed = left_by(function() return true end, "source.fixAll.nanproof"),
    ignored = configured({ 'ignore = ["NAN101"]' }, "silence by the file", function() return not has_nan101() end),
    restored = configured({}, "NAN101 again", has_nan101),
    processes = killed(),
  }
end

local function session()
  local seen = {}
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  wait_for("NAN101", has_nan101)
  seen.opened = codes()

  go_to_nan101()
  vim.fn.search("log(", "c", vim.fn.line("."))
  seen.hover = hover()
  seen.actions, seen.applied = apply(is_preferred)
  wait_for("silence after the fix", function() return not has_nan101() end)
  vim.cmd("silent write")
  seen.mended = codes()

  vim.cmd("silent undo")
  wait_for("NAN101 after undo", has_nan101)
  seen.undone = codes()
  local other = os.getenv("NANPROOF_E2E_OTHER")
  if other then seen.others = others(other) end
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
