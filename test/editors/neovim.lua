-- Drives Neovim 0.7 and later with the configuration of docs/editors.md. Prints a line for each check.
local letter = "decision-contradicts-conclusion.imr.txt"
local raw = "epidural-injection-raw.imr.txt"
local failed = 0

local function check(name, run)
  local ok, problem = pcall(run)
  if not ok then failed = failed + 1 end
  -- Messages of commands have no line ends.
  io.stdout:write("\n" .. (ok and "ok " or "FAILED ") .. name .. (ok and "" or ": " .. tostring(problem)) .. "\n")
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 50) then error("no " .. what, 0) end
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end
local function text() return table.concat(lines(), "\n") end

-- Moves the cursor to the middle of the first `words`.
local function go_to(words)
  for number, line in ipairs(lines()) do
    local from = line:find(words, 1, true)
    if from then return vim.api.nvim_win_set_cursor(0, { number, from + math.floor(#words / 2) - 1 }) end
  end
  error("no " .. words, 0)
end

local function replace(old, new)
  for number, line in ipairs(lines()) do
    local from, to = line:find(old, 1, true)
    if from then
      return vim.api.nvim_buf_set_text(0, number - 1, from - 1, number - 1, to, { new })
    end
  end
  error("no " .. old, 0)
end

local function codes()
  local found = vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(0))
  table.sort(found)
  return table.concat(found, " ")
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  for _, answer in pairs(answers) do
    if answer.err then error(vim.inspect(answer.err), 0) end
    return answer.result
  end
end

local function at_cursor() return vim.lsp.util.make_position_params(0, "utf-16") end

vim.cmd("edit " .. letter)

check("a letter has its file type, and problems", function()
  assert(vim.bo.filetype == "imr-letter", vim.bo.filetype)
  wait("problem", function() return codes() == "consistency/decision" end)
end)

check("problems follow an edit", function()
  replace("#90 is medically", "#90 is not medically")
  wait("end of the problem", function() return codes() == "" end)
  replace("#90 is not medically", "#90 is medically")
  wait("problem", function() return codes() == "consistency/decision" end)
end)

check("hover", function()
  go_to("gabapentin 300mg")
  vim.lsp.buf.hover()
  wait("hover window", function() return #vim.api.nvim_list_wins() > 1 end)
  local shown
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
      vim.api.nvim_win_close(window, true)
    end
  end
  assert(shown:find("anticonvulsant"), shown)
end)

check("outline", function()
  local names = vim.inspect(ask("textDocument/documentSymbol", { textDocument = at_cursor().textDocument }))
  assert(names:find("Gabapentin 300mg #90", 1, true), names)
end)

check("completion", function()
  go_to("Anti-epilepsy drugs (AEDs).")
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local from = lines()[row]:find("Anti-epilepsy", 1, true)
  vim.api.nvim_win_set_cursor(0, { row, from + 3 })
  local omnifunc = vim.bo.omnifunc
  assert(omnifunc == "v:lua.vim.lsp.omnifunc", omnifunc)
  local items = vim.inspect(ask("textDocument/completion", at_cursor()))
  assert(items:find("Anti%-epilepsy drugs %(AEDs%)"), items:sub(1, 2000))
end)

check("definition opens a guideline page", function()
  go_to("Anti-epilepsy drugs (AEDs).")
  local before = vim.api.nvim_get_current_buf()
  vim.lsp.buf.definition()
  wait("page", function() return vim.api.nvim_get_current_buf() ~= before end)
  wait("text of the page", function() return text():find("Chronic Pain", 1, true) ~= nil end)
  assert(not vim.bo.modifiable, "the page can be changed")
  vim.api.nvim_win_set_buf(0, before)
end)

check("rename", function()
  go_to("#90: Upheld")
  vim.fn.search("90")
  vim.lsp.buf.rename("60")
  wait("new count", function() return text():find("#60 is medically", 1, true) and text():find("#60: Upheld", 1, true) end)
  assert(not text():find("#90", 1, true), text())
  vim.cmd("undo")
end)

check("code action", function()
  local title = "Change the decision to “Overturned”, as the rationale concludes"
  go_to("Upheld")
  local choose = vim.ui.select
  vim.ui.select = function(items, _, on_choice)
    vim.ui.select = choose
    for index, item in ipairs(items) do
      local action = item[2] or item.action
      if action.title == title then return on_choice(item, index) end
    end
    error(vim.inspect(items))
  end
  vim.lsp.buf.code_action()
  wait("change", function() return text():find("#90: Overturned", 1, true) end)
  wait("end of the problem", function() return codes() == "" end)
end)

check("formatting", function()
  vim.cmd("edit! " .. raw)
  wait("server", function() return #vim.tbl_keys(vim.lsp.buf_get_clients(0)) > 0 end)
  local before = text()
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 10000 }) else vim.lsp.buf.formatting_sync(nil, 10000) end
  assert(text() ~= before, "nothing changed")
  assert(text():gsub("%s", "") == before:gsub("%s", ""), "more than white space changed")
end)

io.stdout:write("\n" .. failed .. " failed\n")
vim.cmd(failed > 0 and "cquit" or "qall!")
