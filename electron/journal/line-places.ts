/** Where a line lies on disk. */
export interface LinePlace {
  readonly line: number;
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

/** A stretch of one segment that holds lines side by side. */
export interface LineStretch {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
  readonly places: readonly LinePlace[];
}

/** Places of all readable lines, in order of line number. */
export interface LinePlaces {
  readonly add: (place: LinePlace) => void;
  readonly find: (line: number) => LinePlace | undefined;
  /** At most `limit` places after a line. */
  readonly after: (line: number, limit: number) => readonly LinePlace[];
}

/** Makes an empty list of places. */
export function createLinePlaces(): LinePlaces {
  const places: LinePlace[] = [];
  /** Index of the first place whose line is above `line`. */
  const above = (line: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.line ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add: (place) => {
      places.push(place);
    },
    find: (line) => {
      const place = places[above(line) - 1];
      return place?.line === line ? place : undefined;
    },
    after: (line, limit) => places.slice(above(line), above(line) + limit),
  };
}

/** Puts places that touch each other on disk together, so that a long read is a few large ones. */
export function joinStretches(places: readonly LinePlace[]): readonly LineStretch[] {
  const groups: LinePlace[][] = [];
  let end: { readonly segment: string; readonly offset: number } | undefined;
  for (const place of places) {
    const touches = end?.segment === place.segment && end.offset === place.offset;
    if (touches) groups.at(-1)?.push(place);
    else groups.push([place]);
    end = { segment: place.segment, offset: place.offset + place.length };
  }
  return groups.flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const length = group.reduce((sum, place) => sum + place.length, 0);
    return [{ segment: first.segment, offset: first.offset, length, places: group }];
  });
}
