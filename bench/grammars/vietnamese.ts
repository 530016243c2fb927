import type { Grammar } from "./grammar.ts";

export const VIETNAMESE: Grammar = {
  language: "vi",
  between: " ",
  isInCharacters: false,
  syllables:
    "an bình châu dũng giang hải khánh lâm minh nam phúc quang sơn tâm uyên vinh xuân yến hòa đức thủy hạnh lộc nghĩa trường tuấn ngọc",
  sentences: [
    "{when}, {who} đã {did} {what} ở {where}.",
    "{who} nói rằng mình {how} {did} {what}.",
    "Nhưng {who} không {did} {what} vào {when}.",
    "Tại {where}, {who} {how} {did} {what} cho mọi người.",
    "“Ai đã {did} {what}?”, {who} hỏi khi {when}.",
    "Sau đó {who} đi đến {where} và {did} {what}.",
  ],
  slots: {
    when: "lúc rạng đông/lúc chạng vạng/sáng hôm sau/giữa đêm khuya/mùa thu năm ngoái/đầu mùa xuân/khi mặt trời lặn/sau cơn bão/ngày thứ ba/khi nước lũ rút/đêm giao thừa/khi mưa tạnh",
    who: "người gác đèn biển/ông lão đánh cá/con gái thuyền trưởng/người đưa thư/chàng hoa tiêu trẻ/viên chức hải quan/bác thợ mộc/người lái buôn què/hai anh em/vị khách phương bắc/viên thư ký/người chèo đò/bà góa họ Phạm/cậu bé chạy việc",
    where:
      "cuối bến tàu/đảo đá trắng/con đê chắn sóng/ngõ chợ/nhà kho cũ/ngôi trường trên đồi/cửa sông/bờ tường đá/sân quán trọ/ruộng muối/bến đò ngang/chân tháp chuông",
    what: "tấm lưới rách/hai thùng dầu/lá thư thất lạc/tấm bản đồ cũ/quả chuông đồng/cuốn sổ ướt/cánh buồm mới/chiếc la bàn/bảy đồng bạc/mẻ cá khô/mái chèo gãy/lá cờ đỏ/ba bao gạo/sợi bấc đèn",
    did: "sửa lại/tìm thấy/giấu đi/bán đứt/mang về/ném xuống biển/đếm kỹ/cho mượn/đốt hết/trả lại/chép lại/buộc chặt",
    how: "lặng lẽ/vừa cười vừa/chậm rãi/hết sức vội vàng/thận trọng/một mình/lớn tiếng/nhắm mắt mà/đi chân đất mà/run rẩy",
  },
};
