import type { Direction } from "@/lib/platform/remote/nearest";

/** Open lists and menus move their own mark. */
const OWN_ALL =
  "[role=menu], [role=listbox], [role=grid], [role=tree], [contenteditable=''], [contenteditable=true]";
const OWN_SIDEWAYS = "[role=slider], [role=tab], input[type=range], media-time-range, media-volume-range";
/** These change a value with an arrow; with a remote, which has no Tab, nobody could leave them. */
const OWN_AT_A_DESK =
  "input[type=radio], [role=radio], [role=combobox], [role=spinbutton], input[type=number], select";
const TEXT =
  "input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit], [type=file]), textarea";

/** Whether what has the focus needs the key itself, so that an arrow must not lead away from it. */
export function ownsArrow(element: Element, direction: Direction, isTelevision: boolean): boolean {
  const isSideways = direction === "left" || direction === "right";
  if (element.closest(OWN_ALL)) return true;
  if (element.closest(OWN_SIDEWAYS)) return isSideways;
  if (element.matches("[role=combobox][aria-expanded=true]")) return !isSideways;
  if (!isTelevision && !isSideways && element.matches("[aria-haspopup=menu]")) return direction === "down";
  if (!isTelevision && element.matches(OWN_AT_A_DESK)) return true;
  if (isTelevision && !isSideways && element.matches("input")) return false;
  return isText(element) && ownsCaret(element, direction);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isText = (element: Element): element is TextField => element.matches(TEXT);

/** A text field keeps the arrows until its caret is at an end. */
function ownsCaret(field: TextField, direction: Direction): boolean {
  if (field.readOnly || field.value === "") return false;
  // Addresses, numbers and dates tell nobody where their caret is.
  if (field.selectionStart === null) return true;
  const edge = direction === "left" || direction === "up" ? 0 : field.value.length;
  return field.selectionStart !== edge || field.selectionEnd !== edge;
}

/** What OK does where Enter alone would do nothing, or send a form; false where Enter is right as it is. */
export function pressOk(element: Element): boolean {
  if (element instanceof HTMLSelectElement) {
    element.showPicker();
    return true;
  }
  if (!(element instanceof HTMLInputElement)) return false;
  if (element.type === "checkbox" || element.type === "radio") {
    element.click();
    return true;
  }
  if (!element.readOnly) return false;
  // The field was only passed over until now; on OK the television brings its keyboard.
  element.readOnly = false;
  element.blur();
  element.focus();
  return true;
}

/** A television's keyboard would cover half the screen whenever an arrow passes over a text field. */
export function keepKeyboardAway(element: Element): void {
  if (!(element instanceof HTMLInputElement) || !isText(element) || element.readOnly) return;
  element.readOnly = true;
  const free = () => {
    element.readOnly = false;
  };
  element.addEventListener("blur", free, { once: true });
}
