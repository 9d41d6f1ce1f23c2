import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "../lints.ts";

const lint = lintOf(`brand: {products: [Elevate]}
rules:
  style/spelling:
    spelling:
      email (n): ~
      OK: [okay, O.K.]
      homepage (n): home page
      WiFi: ~
      eBay: ~
      iPhone (n): ~
      e-commerce: ~
      online: ~
      Social Media Manager (n): ~
      linked data: ~
      McDonald's: ~
      Levi’s: ~
      y’all: ~
    unless: [ok corral]`);

describe("spelling", () => {
  it.each([
    "Send an [[Email]] today.",
    "Email us. An email, two emails.",
    "Two [[e-mails]], one [[E-Mail]], all my [[E-mails]]",
    "It's [[ok]]. [[Okay]], it's [[O.K.]], it's OK",
    "See our [[home page]] and two [[Home Pages]], the homepage",
    "Free [[wi-fi]], [[Wifi]], WiFi",
    // Letters that only look alike are left to look-alike-letters.
    "Free 𝘄𝗶𝗳𝗶",
    "[[Ebay]] and [[e-Bay]], eBay; #ebay @ebay https://ebay.com",
    "Three [[iphones]], an [[IPhone]], two iPhones",
    "Our [[ecommerce]] and [[E-Commerce]], e-commerce",
    "E-commerce grows.\nOnline it does. [[On-line]] it does not; stand on line 4",
    "Our [[social media manager]], Social Media Managers, a [[Social-Media Manager]]",
    "About [[Linked Data]]. Linked data is fine, linked\ndata too, linked  data",
    "A [[mcdonald’s]], McDonald’s, McDonald's",
    "Some [[levi's]], Levi’s, Levi's. [[Levi’S]]",
    "Y’all, hi y'all and [[Y'all]]",
    "[[EBay]] is open",
    "The OK corral, the ok corral",
    // Capitals all around are left to shouted-words.
    "SEND AN EMAIL TODAY",
    "An [[EBAY]] of ours",
    "An EBAY SHOP, my OWN EBAY and an\n[[EBAY]]\nSHOP",
    "[[EBAY]]",
    "Our [[home  page]], [[home\npage]]",
    "WEBSITE HOME PAGE. An HOMEPAGE, a HOME PAGE",
    "They said “{{Ebay}}”. Never {{Ebay}}",
  ])("flags %s", (row) => {
    expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it.each([
    ["We read your E-mail.", "email"],
    ["E-mails are read.", "Emails"],
    ["Two Home Pages.", "homepages"],
    ["On ebay's list", "eBay"],
    ["Okay, we heard you.", "OK"],
    ["An Online shop", "online"],
    ["Some levi's", "Levi’s"],
  ])("offers what is right: %s", (text, right) => {
    const [finding] = resultOf(lint, text).findings;
    expect(finding).toMatchObject({ suggestions: [right], fixable: true });
  });

  it("names the right one in its message, and the entry", () => {
    const [finding] = resultOf(lint, "free wifi").findings;
    expect(finding).toMatchObject({ message: "Write “WiFi”.", entry: "wifi", rule: "style/spelling" });
  });

  it("never flags what stands as it should, and always what has another capital", () => {
    const words = fc.constantFrom("eBay", "WiFi", "iPhone", "OK", "iPhones");
    fc.assert(
      fc.property(words, fc.nat(5), (word, at) => {
        expect(resultOf(lint, `We saw ${word} today`).findings).toEqual([]);
        const letter = word[at % word.length];
        const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
        const wrong = word.slice(0, at % word.length) + other + word.slice((at % word.length) + 1);
        const { findings } = resultOf(lint, `We saw ${wrong} today`);
        expect(findings.map(({ suggestions }) => suggestions)).toEqual([[word]]);
      }),
    );
  });
});
