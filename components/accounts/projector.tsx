/** The picture beside the forms: a beam through the dark of the auditorium. Decoration only. */
export function Projector({ caption }: { caption: string }) {
  return (
    <aside data-theme="dark" className="relative isolate hidden overflow-hidden bg-sunken lg:block">
      <svg
        viewBox="0 0 800 1000"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden
        className="absolute inset-0 size-full"
      >
        <defs>
          <linearGradient id="beam" x1="1" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="oklch(0.9 0.12 82)" stopOpacity="0.95" />
            <stop offset="0.35" stopColor="oklch(0.8 0.155 72)" stopOpacity="0.4" />
            <stop offset="1" stopColor="oklch(0.5 0.16 20)" stopOpacity="0" />
          </linearGradient>
          <radialGradient id="glow" cx="0.86" cy="0.1" r="0.9">
            <stop offset="0" stopColor="oklch(0.42 0.13 30)" />
            <stop offset="0.5" stopColor="oklch(0.24 0.07 330)" />
            <stop offset="1" stopColor="oklch(0.13 0.02 300)" />
          </radialGradient>
        </defs>
        <rect width="800" height="1000" fill="url(#glow)" />
        <g fill="url(#beam)" style={{ mixBlendMode: "screen" }}>
          <path d="M706 96 L-60 560 L-60 980 Z" opacity="0.75" />
          <path d="M706 96 L-60 700 L120 1040 Z" opacity="0.55" />
          <path d="M706 96 L180 1040 L430 1040 Z" opacity="0.35" />
        </g>
        <g transform="translate(706 96)">
          <circle r="46" fill="oklch(0.16 0.02 300)" />
          <circle r="46" fill="none" stroke="oklch(0.86 0.12 80)" strokeWidth="3" />
          <circle r="25" fill="oklch(0.97 0.05 90)" />
        </g>
        <g fill="oklch(0.09 0.015 300)">
          {[-10, 118, 246, 374, 502, 630, 758].map((x, index) => (
            <path key={x} d={`M${x} 1000v-${70 + (index % 3) * 14}q0-44 52-44t52 44v130z`} />
          ))}
        </g>
      </svg>
      <p className="text-hero absolute inset-x-12 bottom-40 max-w-[11ch] text-balance text-white drop-shadow-lg">
        {caption}
      </p>
    </aside>
  );
}
