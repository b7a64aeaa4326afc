/**
 * The mock hands scripts JavaScript arrays, and null where Redis has false, and reads back only tables that were
 * filled from the end. This makes real tables of what commands answer and of what a script returns, adds the replies
 * and errors of Redis' own library, and cuts numbers to integers as Redis does. One line, so line numbers stay true.
 */
const BEFORE = `
local redis = (function(real)
  local function plain(value, first)
    if value == nil then return false end
    if type(value) ~= "userdata" then return value end
    if tostring(value) == "null" then return false end
    local list, count = {}, value.length - first
    for i = count, 1, -1 do list[i] = plain(value[i - 1 + first], 0) end
    return list
  end
  return setmetatable({
    call = function(...) return plain(real.call(...), 1) end,
    error_reply = function(text) return { err = text } end,
    status_reply = function(text) return { ok = text } end,
    log = function() end
  }, { __index = real })
end)(redis)
local function answer(value)
  if type(value) == "number" then return value >= 0 and math.floor(value) or math.ceil(value) end
  if type(value) ~= "table" then return value end
  if value.err then error(value.err, 0) end
  if value.ok then return value.ok end
  local count, list = 0, {}
  while value[count + 1] ~= nil do count = count + 1 end
  for i = count, 1, -1 do list[i] = answer(value[i]) end
  return list
end
return answer((function() `.replaceAll("\n", " ");

const AFTER = "\nend)())";
const FAILURE = /^Error trying to loading or executing lua code string in VM: (?:\[string "[^\n]*?"\]:)?/;

export function adaptScript(source: string): string {
  return BEFORE + source + AFTER;
}

/** A script's failure in the words of Redis instead of the mock's. */
export function scriptError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (!FAILURE.test(message)) return new Error(message);
  const reason = message.replace(FAILURE, "");
  return new Error(/^[A-Z]{2,} /.test(reason) ? reason : `ERR Error running script: ${reason}`);
}
