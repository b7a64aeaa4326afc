import { TitlePlace } from "@/components/catalogue/title-grid";
import { RailItem } from "@/components/ui/rail";

/** As many as a wide screen shows of a row. */
const COUNT = 9;

/** A row's titles while they are on their way. */
export const railPlaces = () =>
  Array.from({ length: COUNT }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: places without identity
    <RailItem key={index} isPlace>
      <TitlePlace />
    </RailItem>
  ));
