import autocannon from "autocannon";
import { rounded } from "../figures";
import { drawSequence, type Visit } from "../traffic";

const CONNECTIONS = 10;
const SECONDS = 6;
const TURNS = 2;
const DRAWN = 4_000;
const HEADERS = { accept: "text/html", "accept-encoding": "gzip" };

type Compared = { site: string; bare: string; visits: Visit[] };

/** Pages that are kept, as visitors draw them, and the bare page, turn by turn. */
export async function compareThroughput({ site, bare, visits }: Compared) {
  const paths = drawSequence(visits, DRAWN, 900).map(({ path }) => path);
  await warm(site, [...new Set(paths)]);
  let [own, empty, failed] = [0, 0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const theirs = await autocannon({
      url: bare,
      connections: CONNECTIONS,
      duration: SECONDS,
      headers: HEADERS,
    });
    const ours = await autocannon({
      url: site,
      connections: CONNECTIONS,
      duration: SECONDS,
      headers: HEADERS,
      setupClient: (client) => client.setRequests(paths.map((path) => ({ method: "GET" as const, path }))),
    });
    empty += theirs.requests.average / TURNS;
    own += ours.requests.average / TURNS;
    failed += ours.non2xx + ours.errors + ours.timeouts;
  }
  return {
    addresses: new Set(paths).size,
    perSecond: rounded(own),
    barePerSecond: rounded(empty),
    share: rounded(own / empty, 2),
    failed,
  };
}

async function warm(site: string, paths: string[]): Promise<void> {
  const left = [...paths];
  const work = async () => {
    for (let path = left.pop(); path; path = left.pop())
      await fetch(`${site}${path}`, { headers: HEADERS }).then((answer) => answer.arrayBuffer());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}
