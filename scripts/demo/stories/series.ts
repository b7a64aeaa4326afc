import type { Story } from "./story";

export const seriesStories: Story[] = [
  {
    slug: "night-bus-11",
    title: "Night Bus 11",
    tagline: "Six stops before morning.",
    description:
      "The last bus of the night has one driver, one route and every kind of passenger. Each of them gets off changed; one of them gets off on another planet.",
    plot: "Desmond has driven the 11 for thirty years without once reaching the end of the line. In six nights he carries a cellist, forty balloons, a baker, a box of lost things and a lady with two moons, and on the last he invites them all to the terminus.",
    year: 2025,
    language: "en",
    countries: ["GB", "PT"],
    genres: ["Drama", "Fantasy"],
    keywords: ["bus", "night", "strangers", "city", "anthology"],
    maturity: 12,
    access: "basic",
    category: "drama",
    featured: true,
    day: "2026-09-25",
    director: "Nadia Brook",
    writer: "Arthur Nell",
    composer: "Sol Mamani Reyes",
    cast: [
      "Winston Abara as Desmond",
      "Lotte Amsel as The Cellist",
      "Femi Oyelaran as Mr Osei",
      "Paloma Reyes Ott as The lady with two moons",
    ],
    vi: {
      title: "Chuyến xe đêm số 11",
      tagline: "Sáu trạm trước khi trời sáng.",
      description:
        "Chuyến xe cuối trong đêm có một bác tài, một lộ trình và đủ mọi loại khách. Ai xuống xe cũng đổi khác; có người xuống ở một hành tinh khác.",
    },
    episodes: [
      {
        slug: "the-cellist",
        title: "The Cellist",
        description:
          "A musician on her way home from an audition that she did not win finds the one audience that is still awake.",
        lines: [
          [0.8, "Does that thing need its own ticket?", "Cái đó có phải mua vé riêng không?"],
          [4, "It had its own audition.", "Nó cũng đi thi tuyển đấy."],
          [7, "They stopped me after eight bars.", "Họ bảo tôi dừng sau tám nhịp."],
          [10.4, "It is a long route. Play the rest.", "Đường còn dài. Chơi nốt đi."],
          [
            13.6,
            "So she played until the lights turned green by themselves.",
            "Thế là cô chơi tới khi đèn đường tự chuyển xanh.",
          ],
        ],
      },
      {
        slug: "forty-balloons",
        title: "Forty Balloons",
        description:
          "Mr Osei has forty balloons for a birthday at the harbour, and the bus has never been so light on its wheels.",
        lines: [
          [0.8, "How many is that, sir?", "Bao nhiêu quả vậy bác?"],
          [3.6, "Forty. She is turning forty.", "Bốn mươi. Con bé tròn bốn mươi."],
          [7.2, "I have missed every one of them.", "Năm nào tôi cũng lỡ."],
          [10.2, "We are going to be late.", "Chúng ta trễ mất thôi."],
          [13.2, "No, sir. Look down.", "Không đâu bác. Nhìn xuống đi."],
        ],
      },
      {
        slug: "four-in-the-morning-bread",
        title: "Four-in-the-Morning Bread",
        description:
          "A baker falls asleep past his stop, and a whole street wakes up without breakfast. Almost.",
        lines: [
          [0.8, "Mill Lane. Mill Lane. Sir?", "Phố Cối Xay. Phố Cối Xay. Ông ơi?"],
          [4, "If I sleep, nobody eats.", "Tôi mà ngủ thì chẳng ai có ăn."],
          [7, "Thirty years I have heard the dough rise.", "Ba mươi năm tôi nghe bột nở."],
          [10.2, "Tonight it heard me.", "Đêm nay nó nghe tôi ngáy."],
          [13.4, "It had started without him.", "Nó đã tự bắt đầu mà không cần ông."],
        ],
      },
      {
        slug: "lost-property",
        title: "Lost Property",
        description:
          "At the depot there is a shelf for everything that was ever left on the 11. Tonight its owner comes, and it is all hers.",
        lines: [
          [0.8, "I have come about an umbrella.", "Tôi đến hỏi về một chiếc ô."],
          [3.8, "Which one?", "Chiếc nào ạ?"],
          [7, "All of them, I am afraid.", "E là tất cả."],
          [10.2, "I have been leaving them on purpose.", "Tôi cố tình bỏ quên đấy."],
          [13.4, "It is good to be asked to come back.", "Được mời quay lại thì vui mà."],
        ],
      },
      {
        slug: "two-moons-over-route-11",
        title: "Two Moons over Route 11",
        description:
          "A lady in violet pays with a coin that nobody knows and asks to be put down after the second moon.",
        lines: [
          [0.8, "Is this the right side of the sky?", "Có đúng bên này bầu trời không bác?"],
          [4, "It is the only side I drive on.", "Tôi chỉ chạy mỗi bên này thôi."],
          [7.2, "You may turn left at the harbour. And up.", "Tới cảng bác rẽ trái. Rồi lên."],
          [10.4, "Madam, this is a number 11.", "Thưa bà, đây là xe số 11."],
          [13.4, "So is mine.", "Xe tôi cũng số 11."],
        ],
      },
      {
        slug: "terminus",
        title: "Terminus",
        description:
          "For the first time in thirty years Desmond drives to the end of the line, and everybody is there.",
        lines: [
          [0.8, "All change, please. I mean it this time.", "Mời tất cả đổi chuyến. Lần này tôi nói thật."],
          [4, "What is at the end of the line?", "Cuối tuyến có gì vậy?"],
          [7, "Thirty years, and I never stayed to look.", "Ba mươi năm, tôi chưa từng nán lại xem."],
          [10.2, "You always had to turn round.", "Vì lúc nào bác cũng phải quay đầu xe."],
          [
            13.4,
            "Morning. Of course. It was only ever morning.",
            "Buổi sáng. Phải rồi. Chỉ là buổi sáng thôi.",
          ],
        ],
      },
    ],
  },
  {
    slug: "pocket-planets",
    title: "Pocket Planets",
    tagline: "Small enough to walk round before supper.",
    description:
      "An explorer with very short legs visits the six smallest planets in the sky, one per supper, and learns what each of them is for.",
    plot: "The map fits in a pocket and so do the worlds. On each of them something has gone a little wrong: the rain will not stop, the clocks disagree, the ground is asleep. Pip walks all the way round, asks politely, and is home by eight.",
    year: 2024,
    language: "en",
    countries: ["DK", "KR"],
    genres: ["Family", "Animation", "Science fiction"],
    keywords: ["planets", "astronaut", "bedtime", "curiosity"],
    maturity: 0,
    access: "free",
    category: "family",
    day: "2026-08-07",
    director: "Poppy Langridge",
    writer: "Seo Dahae",
    composer: "Kei Moriya",
    cast: ["Elsie Marlowe as Pip", "Poul Ebbe as The Map"],
    vi: {
      title: "Hành tinh bỏ túi",
      tagline: "Nhỏ đến mức đi hết một vòng là kịp bữa tối.",
      description:
        "Một nhà thám hiểm chân rất ngắn ghé thăm sáu hành tinh nhỏ nhất bầu trời, mỗi bữa tối một hành tinh, để biết từng hành tinh sinh ra để làm gì.",
    },
    episodes: [
      {
        slug: "the-planet-of-rain",
        title: "The Planet of Rain",
        description: "It has rained here since before umbrellas. Pip finds out what the rain is hiding.",
        lines: [
          [0.8, "Planet one. Bring a hat.", "Hành tinh số một. Nhớ đội mũ."],
          [4, "The umbrellas grow wild here.", "Ở đây ô mọc dại."],
          [7, "Excuse me, clouds. Is this on purpose?", "Mây ơi cho hỏi, cố ý mưa à?"],
          [
            10.4,
            "We were told not to stop until someone asked.",
            "Người ta dặn bọn tôi mưa tới khi có ai hỏi.",
          ],
          [13.8, "So that is what was behind it.", "Thì ra đằng sau là cái này."],
        ],
      },
      {
        slug: "the-planet-of-clocks",
        title: "The Planet of Clocks",
        description: "Every flower on this planet tells the time, and no two agree.",
        lines: [
          [0.8, "Planet two. What time is it?", "Hành tinh số hai. Mấy giờ rồi nhỉ?"],
          [3.8, "Four! Nine! Tuesday!", "Bốn giờ! Chín giờ! Thứ Ba!"],
          [7, "You cannot all be right.", "Sao ai cũng đúng được."],
          [10, "We are all on time. We never said whose.", "Ai cũng đúng giờ. Có nói giờ của ai đâu."],
          [
            13.6,
            "Hold tight. I am winding you back to supper.",
            "Bám chắc nhé. Mình vặn lại tới giờ ăn tối.",
          ],
        ],
      },
      {
        slug: "the-planet-of-cats",
        title: "The Planet of Cats",
        description: "Eleven cats, one astronaut and a hill that purrs.",
        lines: [
          [0.8, "Planet three. It is rather warm.", "Hành tinh số ba. Âm ấm nhỉ."],
          [4, "Good evening. Good evening. Good evening.", "Chào bạn. Chào bạn. Chào bạn."],
          [7, "Who is in charge here?", "Ở đây ai làm chủ?"],
          [10, "They all looked up.", "Tất cả cùng ngước lên."],
          [13.6, "Oh. We are standing on her.", "Ồ. Mình đang đứng trên người cô ấy."],
        ],
      },
      {
        slug: "the-planet-of-glass",
        title: "The Planet of Glass",
        description: "A planet so fragile that everyone whispers. Pip has never been good at whispering.",
        lines: [
          [0.8, "Planet four. Sign here: breakable.", "Hành tinh số bốn. Ký vào đây: dễ vỡ."],
          [4, "Tiptoes, please.", "Đi nhón chân nhé."],
          [7.2, "What happens if I sneeze?", "Lỡ mình hắt hơi thì sao?"],
          [10.2, "Nobody has ever tried.", "Chưa ai thử bao giờ."],
          [13.6, "It did not break. It sang.", "Nó không vỡ. Nó hát."],
        ],
      },
      {
        slug: "the-planet-of-drums",
        title: "The Planet of Drums",
        description: "The ground answers every step. Walking is out of the question; dancing is compulsory.",
        lines: [
          [0.8, "Planet five. Mind where you step.", "Hành tinh số năm. Coi chừng bước chân."],
          [3.8, "Boom.", "Bùm."],
          [7, "I only wanted to walk round it.", "Mình chỉ định đi một vòng thôi."],
          [10, "Then walk in four-four.", "Vậy thì đi theo nhịp bốn bốn."],
          [13.6, "Jump!", "Nhảy!"],
        ],
      },
      {
        slug: "the-planet-of-sleep",
        title: "The Planet of Sleep",
        description: "The last planet is made of pillows. There is only one way to explore it.",
        lines: [
          [0.8, "Planet six. Whisper.", "Hành tinh số sáu. Nói khẽ thôi."],
          [4, "It is all pillows.", "Toàn là gối."],
          [7.2, "I will only sit down for a moment.", "Mình chỉ ngồi một lát thôi."],
          [10.6, "Six planets. Home by eight.", "Sáu hành tinh. Tám giờ về nhà."],
          [14, "Good night, map.", "Ngủ ngon nhé, bản đồ."],
        ],
      },
    ],
  },
];
