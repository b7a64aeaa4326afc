/** How far somebody has watched; the words beside it say the same. */
export function ProgressBar({ value }: { value: number }) {
  return (
    <span aria-hidden className="absolute inset-x-2 bottom-2 h-1 overflow-hidden rounded-full bg-black/55">
      <span
        className="block h-full rounded-full bg-accent"
        style={{ inlineSize: `${Math.round(value * 100)}%` }}
      />
    </span>
  );
}
