export type MailKind =
  | "confirmation"
  | "invite"
  | "magic_link"
  | "recovery"
  | "email_change_new"
  | "email_change_current"
  | "reauthentication";

export type Locale = "en" | "vi";

export type Words = { subject: string; title: string; body: string; button?: string };

type Shared = {
  code: string;
  codeLabel: string;
  linkLabel: string;
  ignore: string;
  lifetime: string;
  codeLifetime: string;
  tagline: string;
};

export const SHARED: Record<Locale, Shared> = {
  en: {
    code: "Your code",
    codeLabel: "Or type this code",
    linkLabel: "If the button does not work, copy this address into your browser:",
    ignore: "You did not ask for this? Then nothing happens: you can safely ignore this message.",
    lifetime: "The link and the code work once, within one hour.",
    codeLifetime: "The code works once, within one hour.",
    tagline: "Lights down. Your film is ready.",
  },
  vi: {
    code: "Mã của bạn",
    codeLabel: "Hoặc nhập mã này",
    linkLabel: "Nếu nút không hoạt động, hãy chép địa chỉ này vào trình duyệt:",
    ignore: "Bạn không yêu cầu điều này? Bạn có thể yên tâm bỏ qua thư, sẽ không có gì thay đổi.",
    lifetime: "Liên kết và mã chỉ dùng được một lần, trong vòng một giờ.",
    codeLifetime: "Mã chỉ dùng được một lần, trong vòng một giờ.",
    tagline: "Đèn đã tắt. Phim của bạn đã sẵn sàng.",
  },
};

export const WORDS: Record<Locale, Record<MailKind, Words>> = {
  en: {
    confirmation: {
      subject: "Confirm your e-mail address",
      title: "Welcome to CineVerse",
      body: "One step is left: confirm that this address is yours, and your seat is reserved.",
      button: "Confirm my address",
    },
    invite: {
      subject: "You are invited to CineVerse",
      title: "A seat is waiting for you",
      body: "Somebody has invited you to CineVerse. Accept the invitation to make your account.",
      button: "Accept the invitation",
    },
    magic_link: {
      subject: "Your sign-in link",
      title: "Sign in to CineVerse",
      body: "Here is the link that you asked for. It signs you in without a password.",
      button: "Sign in",
    },
    recovery: {
      subject: "Choose a new password",
      title: "Forgotten your password?",
      body: "It happens. Follow the link to choose a new one; the old one works until then.",
      button: "Choose a new password",
    },
    email_change_new: {
      subject: "Confirm your new e-mail address",
      title: "Is this your new address?",
      body: "Confirm it, and from then on you sign in to CineVerse with {newEmail}.",
      button: "Confirm the new address",
    },
    email_change_current: {
      subject: "Your e-mail address is about to change",
      title: "A change of address",
      body: "Somebody asked to change the address of this account to {newEmail}. Confirm it if that was you. If it was not, change your password now.",
      button: "Confirm the change",
    },
    reauthentication: {
      subject: "Your confirmation code",
      title: "Is it really you?",
      body: "Enter this code to confirm what you are about to change in your account.",
    },
  },
  vi: {
    confirmation: {
      subject: "Xác nhận địa chỉ email của bạn",
      title: "Chào mừng bạn đến với CineVerse",
      body: "Chỉ còn một bước: hãy xác nhận đây là địa chỉ của bạn, ghế của bạn đã được giữ sẵn.",
      button: "Xác nhận địa chỉ",
    },
    invite: {
      subject: "Bạn được mời tham gia CineVerse",
      title: "Một chỗ ngồi đang chờ bạn",
      body: "Có người đã mời bạn đến với CineVerse. Hãy nhận lời mời để tạo tài khoản.",
      button: "Nhận lời mời",
    },
    magic_link: {
      subject: "Liên kết đăng nhập của bạn",
      title: "Đăng nhập CineVerse",
      body: "Đây là liên kết bạn đã yêu cầu. Bạn sẽ đăng nhập mà không cần mật khẩu.",
      button: "Đăng nhập",
    },
    recovery: {
      subject: "Chọn mật khẩu mới",
      title: "Bạn quên mật khẩu?",
      body: "Chuyện thường thôi. Hãy mở liên kết để chọn mật khẩu mới; đến lúc đó mật khẩu cũ vẫn dùng được.",
      button: "Chọn mật khẩu mới",
    },
    email_change_new: {
      subject: "Xác nhận địa chỉ email mới",
      title: "Đây có phải địa chỉ mới của bạn?",
      body: "Sau khi xác nhận, bạn sẽ đăng nhập CineVerse bằng {newEmail}.",
      button: "Xác nhận địa chỉ mới",
    },
    email_change_current: {
      subject: "Địa chỉ email của bạn sắp thay đổi",
      title: "Thay đổi địa chỉ",
      body: "Có người yêu cầu đổi địa chỉ của tài khoản này thành {newEmail}. Hãy xác nhận nếu đó là bạn. Nếu không, hãy đổi mật khẩu ngay.",
      button: "Xác nhận thay đổi",
    },
    reauthentication: {
      subject: "Mã xác nhận của bạn",
      title: "Có đúng là bạn không?",
      body: "Hãy nhập mã này để xác nhận thay đổi trong tài khoản của bạn.",
    },
  },
};
