import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { foldedPair, likeLatin } from "../../src/text/letters.ts";

/** What stands for something else than its small letter, after what it stands for. */
const LOOK_ALIKES = [
  ["a", "ªΑαАаᴀᴬᵃₐⒶⓐＡａ"],
  ["b", "ʙΒВᴮᵇⒷⓑＢｂ"],
  ["c", "СсᴄⅭⅽⒸⓒＣｃ"],
  ["d", "ԀԁᴅᴰᵈⅮⅾⒹⓓＤｄ"],
  ["e", "ΕЕеᴇᴱᵉₑⒺⓔＥｅ"],
  ["f", "ⒻⓕꜰＦｆ"],
  ["g", "ɢᴳᵍℊⒼⓖＧｇ"],
  ["h", "ʜʰΗНҺһᴴₕℋℌℍℎⒽⓗＨｈ"],
  ["i", "İɪΙιІіᴵᵢⁱℐℑⅠⅰⒾⓘＩｉ"],
  ["j", "ʲЈјᴊᴶⒿⓙＪｊ"],
  ["k", "ΚКᴋᴷᵏₖⓀⓚＫｋ"],
  ["l", "ʟᴸₗℒℓⅬⅼⓁⓛＬｌ"],
  ["m", "ΜМᴍᴹᵐₘⅯⅿⓂⓜＭｍ"],
  ["n", "ɴΝᴺⁿₙℕⓃⓝＮｎ"],
  ["o", "ºΟοОоᴏᴼᵒₒⓄⓞＯｏ"],
  ["p", "ΡρРрᴘᴾᵖᵨₚℙⓅⓟＰｐ"],
  ["q", "ԚԛℚⓆⓠꞯＱｑ"],
  ["r", "ʀʳᴿᵣℛℜℝⓇⓡＲｒ"],
  ["s", "ſЅѕₛⓈⓢꜱＳｓ"],
  ["t", "ΤТᴛᵀᵗₜⓉⓣＴｔ"],
  ["u", "υᴜᵁᵘᵤⓊⓤＵｕ"],
  ["v", "νᴠᵛᵥⅤⅴⓋⓥＶｖ"],
  ["w", "ʷԜԝᴡᵂⓌⓦＷｗ"],
  ["x", "ΧХхₓⅩⅹⓍⓧＸｘ"],
  ["y", "ʏʸΥУуⓎⓨＹｙ"],
  ["z", "ΖᴢⓏⓩＺｚ"],
  ["ff", "ﬀ"],
  ["ffi", "ﬃ"],
  ["ffl", "ﬄ"],
  ["fi", "ﬁ"],
  ["fl", "ﬂ"],
  ["st", "ﬅﬆ"],
  ["ij", "Ĳĳ"],
  ["dz", "Ǳǲǳ"],
  ["dž", "Ǆǅǆ"],
  ["lj", "Ǉǈǉ"],
  ["nj", "Ǌǋǌ"],
  ["no", "№"],
  ["ii", "Ⅱⅱ"],
  ["iii", "Ⅲⅲ"],
  ["iv", "Ⅳⅳ"],
  ["vi", "Ⅵⅵ"],
  ["vii", "Ⅶⅶ"],
  ["viii", "Ⅷⅷ"],
  ["ix", "Ⅸⅸ"],
  ["xi", "Ⅺⅺ"],
  ["xii", "Ⅻⅻ"],
  ["0", "⁰₀０"],
  ["1", "¹₁１"],
  ["2", "²₂２"],
  ["3", "³₃３"],
  ["4", "⁴₄４"],
  ["5", "⁵₅５"],
  ["6", "⁶₆６"],
  ["7", "⁷₇７"],
  ["8", "⁸₈８"],
  ["9", "⁹₉９"],
  ["'", "´ʼ‘’‛′＇"],
  ['"', "«»“”„‟″＂"],
  ["-", "‐‑‒–—―−﹘﹣－"],
  [" ", "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"],
  ["(", "⁽₍（"],
  [")", "⁾₎）"],
  ["+", "⁺₊＋"],
  ["=", "⁼₌＝"],
  ["æ", "ᴭ"],
  ["ħ", "ℏ"],
  ["ŋ", "ᵑ"],
  ["ǝ", "ᴲ"],
  ["ȣ", "ᴽ"],
  ["ɐ", "ᵄ"],
  ["ɑ", "ᵅ"],
  ["ɔ", "ᵓ"],
  ["ə", "ᵊₔ"],
  ["ɛ", "ᵋ"],
  ["ɜ", "ᵌ"],
  ["ɦ", "ʱ"],
  ["ɯ", "ᵚ"],
  ["ɹ", "ʴ"],
  ["ɻ", "ʵ"],
  ["ʁ", "ʶ"],
  ["β", "ᵝᵦ"],
  ["γ", "ᵞᵧ"],
  ["δ", "ᵟ"],
  ["σ", "ς"],
  ["φ", "ᵠᵩ"],
  ["χ", "ᵡᵪ"],
  ["ᴂ", "ᵆ"],
  ["ᴖ", "ᵔ"],
  ["ᴗ", "ᵕ"],
  ["ᴝ", "ᵙ"],
  ["ᴥ", "ᵜ"],
  ...Array.from("!#$%&*,./:;<>?@[\\]^_`{|}~", (sign) => [
    sign,
    String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  ]),
] as const;
const NOTHING = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/u;
const COMBINING = /[\u0300-\u036f]/u;

describe("a sign between two letters", () => {
  const plain = new Map(
    LOOK_ALIKES.flatMap(([folded, signs]) => Array.from(signs, (sign) => [sign, folded])),
  );

  it("folds to what it looks like, to nothing, or to its small letter", () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const sign = String.fromCharCode(unit);
      if (COMBINING.test(sign)) continue;
      const expected = NOTHING.test(sign) ? "" : (plain.get(sign) ?? sign.toLowerCase());
      const { text } = fold(`x${sign}x`);
      if (text !== `x${expected}x`) wrong.push(`${unit.toString(16)}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["В Н", "в н"],
    ["aВ", "ab"],
    ["Вa", "ba"],
    ["xНx", "xhx"],
    ["х\u0301", "x\u0301"],
    ["a\u0300", "à"],
    ["a\u036f\u0323", "ạ\u036f"],
  ])("%s folds to %s", (text, folded) => expect(fold(text).text).toBe(folded));
});

describe("foldedPair", () => {
  it.each([
    ["𝐀", "a"],
    ["𝚣", "z"],
    ["𝟎", "0"],
    ["𝟿", "9"],
    ["𝛂", "a"],
    ["𝜎", "σ"],
    ["𝛽", "β"],
    ["🄰", "a"],
    ["🅉", "z"],
    ["🅐", "a"],
    ["🅩", "z"],
    ["🅰", "a"],
    ["🆉", "z"],
    ["🅊", ""],
    ["🆊", ""],
    ["🄯", ""],
    ["🎉", ""],
    ["🥐", ""],
    ["𠀀", ""],
    ["\u{2f800}", ""],
    ["𝔺", ""],
    ["\ud835x", ""],
    ["\ud835\u0340", ""],
    ["\ud835\uff21", ""],
    ["\ud835\ue000", ""],
    ["\ud835\udbff", ""],
  ])("%s folds to “%s”", (pair, folded) => {
    expect(foldedPair(pair.charCodeAt(0), pair.charCodeAt(1))).toBe(folded);
  });
});

it("knows the Latin letter that a capital looks like", () => {
  expect(Array.from("ВНМТКΒΕΖΗΚΜΤΧΥΝAБ", (sign) => likeLatin(sign.charCodeAt(0))).join("")).toBe(
    "bhmtkbezhkmtxyn",
  );
});
