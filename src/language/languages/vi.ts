import type { LanguageProfile } from "../language-profile.ts";

export const VIETNAMESE: LanguageProfile = {
  tags: ["vi"],
  complementizersWithoutComma: "rằng",
  numberWords: "hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ",
  negations: "không chưa chẳng đừng chớ",
  denials: "chối cấm tránh hiếm",
  conditions: "nếu chỉ miễn",
  denyingPhrases: String.raw`thà(?: \p{L}+){0,5} hơn|thay vì|như thể|lẽ ra|là (?:\p{L}+ ){0,2}(?:dối trá|bịa đặt|vu khống|nói dối)`,
  contrasts: "nhưng song tuy trừ",
  emphasisRemark:
    "(?:tác giả|người viết|người trích|chúng tôi|tôi) nhấn mạnh|nhấn mạnh (?:thêm|của (?:tôi|tác giả|người viết|người trích))|in nghiêng trong nguyên (?:bản|văn)",
  quotingRemark: "(?:tôi|chúng tôi|tác giả|người viết) dịch|nguyên văn",
  provisos: "quy định này không áp dụng",
  exceptions: "trừ",
  reservations: "tuy nhiên",
  citation: {
    pages: "tr trang",
    locators: "chương điều khoản dòng tập hồi cảnh",
    printLocators: "dòng tập",
    connectives: "xem dẫn theo",
    secondHand: "dẫn theo",
    backReferences: "sđd|như trên|nt",
  },
  authorWords: "bởi",
  nameWords: "và",
  sourceWords: "nguồn",
};
