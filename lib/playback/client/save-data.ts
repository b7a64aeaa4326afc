type Connected = Navigator & { connection?: { saveData?: boolean } };

/** Somebody told the browser to save data everywhere. */
export const isAskedToSave = () => (navigator as Connected).connection?.saveData === true;
