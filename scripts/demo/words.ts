export async function writeCatalogue(_file: string) {}
export async function writeSubtitles(_film: unknown, _folder: string) {}
