/** What is tried first wherever passwords are tried, of eight characters and more. */
const COMMON = new Set(
  `password passw0rd password1 password12 password123 12345678 123456789 1234567890 87654321 qwertyui qwertyuiop
  qwerty123 1q2w3e4r 1qaz2wsx asdfghjkl zxcvbnm123 iloveyou iloveyou1 sunshine princess football baseball superman
  starwars trustno1 letmein1 welcome1 welcome123 admin123 administrator abcd1234 abc12345 a1b2c3d4 changeme changeme1
  matkhau1 matkhau123 anhyeuem 11223344 123123123 computer internet whatever cineverse`.split(/\s+/),
);

/** Whether anybody would guess it: one of the usual ones in any case, or one character over and over. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(password.toLowerCase()) || new Set(password).size < 3;
}
