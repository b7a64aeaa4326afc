/** As many as a wide screen shows of a row. */
const COUNT = 9;

/** A row's titles while they are on their way. Home has ninety of them below the screen: each is one element, and still. */
export const railPlaces = () =>
  Array.from({ length: COUNT }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: places without identity
    <li key={index} aria-hidden className="title-place w-(--poster-width) shrink-0" />
  ));
