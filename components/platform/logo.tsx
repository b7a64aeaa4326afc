/** The mark: a lens whose beam leaves it as a play sign. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden className={className}>
      <path
        d="M20 2a18 18 0 1 0 15.3 27.5l-7.1-4.2A9.8 9.8 0 1 1 28 14.4l7.2-4.1A18 18 0 0 0 20 2Z"
        fill="currentColor"
      />
      <path
        d="M17.5 13.6v12.8c0 1 1.1 1.6 2 1.1l17.9-6.4c1-.4 1-1.8 0-2.2l-17.9-6.4c-.9-.5-2 .1-2 1.1Z"
        fill="var(--accent)"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5 text-ink">
      <LogoMark className="size-8" />
      <span className="font-display text-xl font-bold tracking-[-0.035em]">CineVerse</span>
    </span>
  );
}
