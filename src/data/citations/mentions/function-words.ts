/** Words that open sentences and captions, in lower case. Alone none of them is a proper name. */
export const functionWords: ReadonlySet<string> = new Set(
  `
  bên bởi các cả chiều cho có còn của cùng cũng do dự dù dưới đã đang đây để đến đó đồng được giữa gần hơn
  khi không là lúc mà mặc mỗi một này năm nay nên nếu ngay ngày ngoài nguồn như nhưng nhất nhiều những nhằm ở qua
  rằng riêng sau sáng sẽ tại tháng theo thì tối tới trên trong trước trưa từ tuy và vào vẫn về vì với vừa
  `
    .trim()
    .split(/\s+/),
);
