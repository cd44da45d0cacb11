/**
 * Simulates the bot at a size that no test machine has, and prints a table (Markdown): webhooks come as they come, ask for
 * reviews of pull requests of many repositories of many installations, and wait in the queue by the bot's own rules (turns by
 * what an installation has waiting, one review at a time for a pull request, one waiting job for each, GitHub's rate limit for
 * each installation). What a review costs is taken from `node tools/measure-bot.ts`, on the safe side.
 *
 *   node tools/simulate-bot.ts [--repositories 10000] [--webhooks 100] [--asking 0.1] [--hours 2] [--seconds 2] [--disk 50]
 *
 * `webhooks`: a second; three times as many for ten minutes in the middle. `asking`: the part of them that asks for a review.
 * `seconds`: of one core for the median review; one in a hundred takes eight times as long. `disk`: GiB of mirrors of a process.
 */
import { parseArgs } from "node:util";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "10000" },
    webhooks: { type: "string", default: "100" },
    asking: { type: "string", default: "0.1" },
    hours: { type: "string", default: "2" },
    seconds: { type: "string", default: "2" },
    disk: { type: "string", default: "50" },
  },
});
const number = (name: keyof typeof values): number => Number(values[name]);
const [HOUR, PEAK, PEAK_FACTOR] = [3600, 600, 3];
const [INSTALLATIONS, PULLS] = [500, 6];
/** GitHub's requests for one review. */
const REQUESTS = 11;

/** An installation's requests in an hour, by its repositories (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const limitOf = (repositories: number): number => Math.min(12_500, 5000 + 50 * Math.max(0, repositories - 20));

/** Seconds that a repository costs more which is in no mirror, and the cores (reviews at once) of a process. */
const [COLD, CORES] = [1.5, 4];
/** Statements of the database for a webhook that asks, and for a review. */
const [STORING, REVIEWING] = [3, 22];

interface Job {
  readonly repository: number;
  readonly installation: number;
  readonly key: string;
  readonly turn: number;
  readonly number: number;
  readonly asked: number;
}

/** A heap, the least first. */
function heapOf<T>(before: (a: T, b: T) => boolean): { push(item: T): void; pop(): T | undefined; size(): number } {
  const items: T[] = [];
  const at = (index: number): T => items[index] as T;
  const swap = (a: number, b: number): void => {
    [items[a], items[b]] = [at(b), at(a)];
  };
  return {
    size: () => items.length,
    push(item) {
      items.push(item);
      for (let child = items.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!before(at(child), at(parent))) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return first;
      items[0] = last;
      for (let parent = 0; ; ) {
        let least = parent;
        for (const child of [2 * parent + 1, 2 * parent + 2]) {
          if (child < items.length && before(at(child), at(least))) least = child;
        }
        if (least === parent) return first;
        swap(parent, least);
        parent = least;
      }
    },
  };
}

/** What the first ones of a popularity by Zipf's law sum up to. */
function zipf(count: number): readonly number[] {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return sums;
}

function simulate(processes: number) {
  const random = xoroshiro128plus(7);
  const uniform = (): number => uniformFloat64(random);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const pick = (sums: readonly number[]): number => {
    const wanted = uniform() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const repositories = zipf(number("repositories"));
  const accounts = zipf(INSTALLATIONS);
  const owner = repositories.map(() => pick(accounts));
  const limits = new Map<number, number>();
  for (const installation of owner) limits.set(installation, (limits.get(installation) ?? 0) + 1);
  for (const [installation, count] of limits) limits.set(installation, limitOf(count));
  /** MiB of a mirror: 3 in the median, 60 for one in a hundred. */
  const size = repositories.map(() => 3 * Math.exp(1.29 * normal()));

  const until = number("hours") * HOUR;
  const peak = [until / 2, until / 2 + PEAK] as const;
  const turns = heapOf<Job>((a, b) => a.turn < b.turn || (a.turn === b.turn && a.number < b.number));
  const ends = heapOf<{ at: number; job: Job }>((a, b) => a.at < b.at);
  const resumes = heapOf<{ at: number; jobs: Job[] }>((a, b) => a.at < b.at);
  const waiting = new Map<string, Job>();
  const running = new Set<string>();
  const held = new Map<string, Job>();
  const count = new Map<number, number>();
  const spent = new Map<number, { window: number; requests: number }>();
  const mirrors = Array.from({ length: processes }, () => ({
    kept: new Map<number, number>(),
    room: number("disk") * 1024,
  }));
  const waits: { at: number; seconds: number }[] = [];
  const small: number[] = [];
  const paused = new Set<number>();
  let reviewed = 0;
  let [free, made, busy, longest, hits, calm] = [processes * CORES, 0, 0, 0, 0, 0];

  /** One process takes each review; where it took the repository before, a mirror is there. */
  const isWarm = (repository: number): boolean => {
    const mirror = mirrors[Math.floor(uniform() * processes)];
    if (mirror === undefined) return false;
    const bytes = mirror.kept.get(repository);
    mirror.kept.delete(repository);
    mirror.kept.set(repository, size[repository] ?? 0);
    if (bytes !== undefined) return true;
    mirror.room -= size[repository] ?? 0;
    for (const [oldest, mebibytes] of mirror.kept) {
      if (mirror.room >= 0) break;
      mirror.kept.delete(oldest);
      mirror.room += mebibytes;
    }
    return false;
  };
  const start = (job: Job, now: number): void => {
    const window = Math.floor(now / HOUR);
    const used = spent.get(job.installation);
    const requests = used?.window === window ? used.requests : 0;
    if (requests + REQUESTS > (limits.get(job.installation) ?? 0)) {
      paused.add(job.number);
      resumes.push({ at: (window + 1) * HOUR, jobs: [job] });
      return;
    }
    spent.set(job.installation, { window, requests: requests + REQUESTS });
    waiting.delete(job.key);
    const left = (count.get(job.installation) ?? 1) - 1;
    count.set(job.installation, left);
    reviewed += 1;
    if (!paused.has(job.number)) waits.push({ at: job.asked, seconds: now - job.asked });
    if (job.installation >= INSTALLATIONS / 2) small.push(now - job.asked);
    const warm = isWarm(job.repository);
    if (warm) hits += 1;
    const seconds = number("seconds") * Math.exp(0.894 * normal()) + (warm ? 0 : COLD);
    running.add(job.key);
    free -= 1;
    busy += seconds;
    ends.push({ at: now + seconds, job });
  };
  const work = (now: number): void => {
    for (let job = free > 0 ? turns.pop() : undefined; job !== undefined; job = free > 0 ? turns.pop() : undefined) {
      if (running.has(job.key)) held.set(job.key, job);
      else start(job, now);
    }
  };
  const settle = (now: number): void => {
    for (;;) {
      const end = ends.pop();
      if (end === undefined) break;
      if (end.at > now) {
        ends.push(end);
        break;
      }
      free += 1;
      running.delete(end.job.key);
      const next = held.get(end.job.key);
      held.delete(end.job.key);
      if (next !== undefined) turns.push(next);
      work(end.at);
    }
    for (let next = resumes.pop(); next !== undefined; next = resumes.pop()) {
      if (next.at > now) {
        resumes.push(next);
        break;
      }
      for (const job of next.jobs) turns.push(job);
      work(next.at);
    }
  };
  for (let now = 0; now < until; ) {
    const factor = now >= peak[0] && now < peak[1] ? PEAK_FACTOR : 1;
    now += -Math.log(1 - uniform()) / (number("webhooks") * number("asking") * factor);
    settle(now);
    const repository = pick(repositories);
    const key = `${repository}/${Math.floor(uniform() * PULLS)}`;
    if (!waiting.has(key)) {
      const installation = owner[repository] ?? 0;
      const turn = count.get(installation) ?? 0;
      made += 1;
      const job = { repository, installation, key, turn, number: made, asked: now };
      waiting.set(key, job);
      count.set(installation, turn + 1);
      turns.push(job);
    }
    work(now);
    longest = Math.max(longest, turns.size());
    if (now >= peak[1] && calm === 0 && turns.size() < processes * CORES) calm = now - peak[1];
  }
  const quantile = (all: readonly number[], part: number): number =>
    [...all].sort((a, b) => a - b)[Math.floor(all.length * part)] ?? 0;
  const usual = waits.filter(({ at }) => at < peak[0]).map(({ seconds }) => seconds);
  const inPeak = waits.filter(({ at }) => at >= peak[0] && at < peak[1]).map(({ seconds }) => seconds);
  const asked = number("webhooks") * number("asking");
  return {
    processes,
    load: busy / (processes * CORES * until),
    usual: [quantile(usual, 0.5), quantile(usual, 0.99)],
    inPeak: [quantile(inPeak, 0.5), quantile(inPeak, 0.99)],
    small: quantile(small, 0.99),
    longest,
    calm: calm === 0 ? Number.POSITIVE_INFINITY : calm / 60,
    hits: hits / reviewed,
    paused: paused.size / made,
    statements: asked * STORING + (reviewed / until) * REVIEWING,
    reviews: reviewed / until,
  };
}

const seconds = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const rows = [4, 6, 8, 10, 12, 16, 20].map((processes) => {
  const result = simulate(processes);
  return [
    `${processes} × ${CORES}`,
    `${Math.round(result.load * 100)} %`,
    result.usual.map(seconds).join(" and "),
    result.inPeak.map(seconds).join(" and "),
    seconds(result.small),
    `${result.longest}`,
    Number.isFinite(result.calm) ? result.calm.toFixed(1) : "never",
    `${Math.round(result.hits * 100)} %`,
    `${(result.paused * 100).toFixed(1)} %`,
    result.reviews.toFixed(1),
    `${Math.round(result.statements)}`,
  ];
});
const heads = [
  "processes × cores",
  "load",
  "wait, median and 99 % (s)",
  "in the peak (s)",
  "small installations, 99 % (s)",
  "longest queue",
  "peak worked off (min)",
  "mirrors hit",
  "paused by limits",
  "reviews a second",
  "statements a second",
];
for (const row of [heads, heads.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
