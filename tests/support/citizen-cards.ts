/** What the QR of a citizen card says; all people are invented, numbers have serials 9xxxxx. */
export interface CardText {
  readonly personalId: string;
  readonly name: string;
  /** `ddMMyyyy` as on the card. */
  readonly birth: string;
  readonly sex: 'Nam' | 'Nữ';
  readonly address: string;
}

/** The citizen of the main job. */
export const mainJobCitizen: CardText = {
  personalId: '040188912345',
  name: 'Nguyễn Thị Hoa',
  birth: '12051988',
  sex: 'Nữ',
  address: 'Thôn 3, Thanh Bình, Thanh Chương, Nghệ An',
};

/** The card of 2021: seven fields. */
export function cardPayload(card: CardText): string {
  return [card.personalId, '', card.name, card.birth, card.sex, card.address, '22072021'].join('|');
}

/** The card of 2024 repeats the seven and adds more. */
export function cardPayload2024(card: CardText): string {
  return `${cardPayload(card)}|Nguyễn Văn Nam|Trần Thị Lan|`;
}

/** The n-th of any number of different citizens, n from 0. */
export function numberedCitizen(n: number): CardText {
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng'][n % 6] ?? 'Nguyễn';
  const given = ['Ánh', 'Bảy', 'Cường', 'Dũng', 'Quỳnh', 'Ước', 'Thảo'][n % 7] ?? 'Ánh';
  const isMale = n % 2 === 0;
  return {
    // Province, sex and century, birth year, serial.
    personalId: `040${isMale ? '0' : '1'}809${String(n).padStart(5, '0')}`,
    name: `${family} ${isMale ? 'Văn' : 'Thị'} ${given}`,
    birth: '15061980',
    sex: isMale ? 'Nam' : 'Nữ',
    address: `Thôn ${String((n % 9) + 1)}, Thanh Bình, Thanh Chương, Nghệ An`,
  };
}
