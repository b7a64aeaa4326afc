export async function makeArtwork(_media: string, _slugs: string[]) {}
