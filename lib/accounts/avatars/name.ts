/** Names begin with whose they are, so that one person's next picture replaces theirs and nobody else's. */
export const avatarPrefix = (viewerId: string | null): string => `${viewerId ?? "account"}-`;
