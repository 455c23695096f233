//! Whether a sentence in Japanese, Chinese or Korean stands alone, and whom it credits, by what it begins and ends with and the
//! particles in it. Refuses to part it into words.

use crate::text::Span;

/// What is known of a language whose words are told by how they begin and end.
pub(super) struct Signs {
    tag: &'static str,
    /// What opens a sentence that leans on the one before it.
    pointers: &'static [&'static str],
    /// The same, where it stands a little later.
    soft: &'static [&'static str],
    /// Openings that look like pointers and are none.
    empty: &'static [&'static str],
    /// What only joins, and can go with the mark behind it.
    joints: &'static [&'static str],
    /// Words of speaker and reader.
    personal: &'static [&'static str],
    /// Pieces of notices of a page.
    page: &'static [&'static str],
    /// Endings of what is no assertion of the article, without the full stop.
    endings: &'static [&'static str],
    /// Verbs of saying: at the end of a sentence, in Chinese behind its subject.
    saying: &'static [&'static str],
}

#[rustfmt::skip]
static JAPANESE: Signs = Signs {
    tag: "ja",
    pointers: &[
        "この", "その", "あの", "これ", "それ", "あれ", "こう", "そう", "そこ", "ここ", "あそこ", "彼", "同", "両者",
        "両氏", "両社", "前者", "後者", "当時", "いずれ", "しかし", "だが", "ただ", "なお", "一方", "他方", "そして",
        "だから", "つまり", "すなわち", "ところが", "ところで", "ちなみに", "例えば", "たとえば", "もっとも",
        "むしろ", "さて", "では", "でも", "けれど", "ゆえに", "よって", "したがって", "従って", "結局", "また",
        "さらに", "加えて", "次に", "今度は", "というのも", "なぜなら", "とはいえ", "もう一", "別の", "他の", "以上",
        "以下", "先の", "2人は", "2人が", "２人は", "２人が", "二人は", "うち", "と", "翌", "当該", "前述", "上記", "中でも", "とりわけ",
    ],
    soft: &[
        "この", "その", "これ", "それ", "こうした", "そうした", "同課", "同社", "同氏", "同容疑者", "今回", "今回の",
    ],
    empty: &[
        "この春", "この夏", "この秋", "この冬", "この1年", "この１年", "この10年", "同時", "同盟", "同性", "同意",
        "同情", "同志", "同窓", "同居", "同乗", "同伴", "同級", "同僚", "と畜", "翌檜", "その他", "ここ数年",
        "ここ10年", "彼岸", "うちわ",
    ],
    joints: &[
        "しかし", "だが", "ただ", "ただし", "なお", "また", "さらに", "一方", "一方で", "他方", "そして", "ところが",
        "実際", "実際に", "特に", "とくに", "加えて", "もっとも", "ちなみに", "とはいえ", "その一方で", "同時に",
        "このほか", "もちろん", "そもそも",
    ],
    personal: &[
        "私は", "私が", "私の", "私たち", "僕", "俺", "我々", "われわれ", "弊社", "弊誌", "当社", "当サイト", "筆者",
        "小誌", "あなた", "皆さん", "皆様", "みなさん", "わたし",
    ],
    page: &[
        "会員登録", "会員限定", "有料会員", "購読", "この記事は", "本記事", "記事を読む", "お問い合わせ", "関連記事",
        "続きを読む", "クリック", "利用規約", "無断転載", "ログイン", "申し込みは", "詳しくは", "撮影＝", "写真＝",
        "写真は", "画像は", "＝写真", "提供＝", "メールマガジン", "フォロー", "ダウンロード", "キャンペーン中",
    ],
    endings: &[
        "か", "ください", "下さい", "ましょう", "だろうか", "ね", "よ", "のだ", "からだ", "ためだ", "のである",
        "からである", "わけだ", "お願いいたします", "お願いします", "いかがでしょう", "ほどだ", "という", "うえ",
        "ほか",
    ],
    saying: &[
        "と述べた", "と語った", "と話した", "と話す", "と語る", "と説明した", "と説明する", "と発表した",
        "と明らかにした", "と主張した", "と主張している", "と指摘した", "と指摘する", "と強調した", "と回答した",
        "とコメントした", "と訴えた", "と呼びかけた", "と指弾した", "と批判した", "と振り返った", "と答えた",
        "と明かした", "と報じた", "と伝えた", "と願う", "と語っている", "と話している", "としている",
        "との見方を示した", "との考えを示した", "を明らかにした", "との認識を示した", "への期待を示した", "との理由を挙げた",
        "と表明した", "と伝えている", "と報じている", "と述べている", "と説明している", "と指摘している", "と強調している",
    ],
};

#[rustfmt::skip]
static CHINESE: Signs = Signs {
    tag: "zh",
    pointers: &[
        "这", "這", "该", "該", "此", "其", "他", "她", "它", "那", "但", "然而", "不过", "不過", "同时", "同時",
        "另外", "因此", "所以", "于是", "於是", "而", "并", "並", "对此", "對此", "为此", "為此", "据此", "随后",
        "隨後", "之后", "之後", "接着", "后来", "後來", "例如", "比如", "总之", "總之", "双方", "雙方", "两者",
        "兩者", "前者", "后者", "後者", "也", "还", "還", "又", "就", "当时", "當時", "当天", "當天", "当日", "當日",
        "上述", "有的", "与此", "與此", "除此", "正因", "即", "则", "不仅如此", "大家", "尽管如此", "反之", "首先",
        "其次", "最后", "最後", "再", "更", "甚至", "尤其", "特别是", "特別是", "以上", "以下", "另一", "另据",
    ],
    soft: &[
        "此次", "这次", "這次", "此举", "此舉", "，他", "，她", "，该", "，該", "这一", "這一", "这些", "這些",
        "这种", "這種",
    ],
    empty: &[
        "该死", "其他", "其它", "其余", "其餘", "此前一年", "这个夏天", "这个冬天", "并购", "就业", "就業", "就读",
        "还原", "也门", "也門", "再生", "更年", "更名", "更新", "则天", "即墨", "即食", "即时", "那不勒斯", "他国",
        "并网", "再保险", "而立", "还款",
    ],
    joints: &[
        "但", "但是", "然而", "不过", "不過", "同时", "同時", "此外", "另外", "因此", "所以", "于是", "於是", "并且",
        "並且", "目前", "据了解", "據了解", "据悉", "據悉", "值得一提的是", "值得注意的是", "事实上", "事實上",
        "与此同时", "與此同時", "最后", "最後", "首先", "其次", "对此", "對此", "一方面", "另一方面", "总的来说",
        "總的來說",
    ],
    personal: &["我", "咱", "你", "您", "本报", "本報", "本刊", "笔者", "筆者"],
    page: &[
        "点击", "點擊", "扫码", "掃碼", "关注我们", "關注我們", "责任编辑", "責任編輯", "版权", "版權", "图为",
        "圖為", "资料图", "資料圖", "原标题", "来源：", "來源：", "摄影", "攝影", "订阅", "訂閱", "下载", "下載",
        "编辑：", "編輯：", "本文",
    ],
    endings: &["吗", "嗎", "呢", "吧"],
    saying: &[
        "表示", "指出", "认为", "認為", "强调", "強調", "介绍", "介紹", "透露", "宣布", "坦言", "写道", "寫道", "说",
        "說", "称", "稱",
    ],
};

#[rustfmt::skip]
static KOREAN: Signs = Signs {
    tag: "ko",
    pointers: &[
        "그 ", "그는", "그가", "그의", "그를", "그에게", "그녀", "그들", "그것", "그건", "그게", "그런", "그러",
        "그래서", "그리고", "그럼", "그렇", "그만큼", "그때", "그중", "그곳", "그동안", "이 ", "이는", "이를",
        "이에", "이와", "이로", "이어", "이후", "이날", "이런", "이러", "이같", "이처럼", "이렇", "이들", "이것",
        "이건", "이게", "이때", "이번", "이곳", "이밖", "이외", "이전", "저 ", "해당", "또 ", "또한", "다만",
        "하지만", "한편", "따라서", "게다가", "즉 ", "즉,", "반면", "반대로", "당시", "여기", "거기", "앞서",
        "아울러", "나아가", "오히려", "심지어", "어쨌든", "예컨대", "예를 들", "왜냐하면", "때문에", "뿐만",
        "뒤이어", "더구나", "더욱이", "같은 날", "동시에", "이 외", "두 사람", "양측", "양사", "두 번째", "첫 번째", "세 번째", "이튿날",
        "다음 날", "다음날", "당장", "물론", "결국", "특히", "그리하여",
    ],
    soft: &["이날", "이번", "당시", "해당", "이 같은", "이러한", "이런", "그는", "그가", "그의"],
    empty: &[
        "이번 주", "이번 달", "이번 시즌", "이번 여름", "이번 겨울", "이번 가을", "이번 봄", "이 후보", "이 대표",
        "이 대통령", "이 의원", "이 장관", "이 총리", "이 회장", "이 사장", "이 교수", "이 씨", "이 감독", "이 선수",
        "이 위원장", "이 시장", "이 지사", "이 전 ", "이 원내대표", "이 최고위원", "이 수석", "이 실장", "이 변호사",
        "이어령", "이전투구", "이들립", "이에스", "이로쿼이", "이와테", "이 차관", "이 판사", "이 부회장", "이 청장",
        "그러시", "이번주", "이번달",
    ],
    joints: &[
        "그러나", "하지만", "한편", "또", "또한", "특히", "다만", "물론", "결국", "아울러", "게다가", "사실",
        "실제로", "그리고", "그런데", "반면", "이어", "앞서", "당초",
    ],
    personal: &[
        "나는", "내가", "저는", "제가", "우리는", "우리가", "우리의", "우리도", "여러분", "당신", "필자", "본지",
        "우리끼리", "우리 같은",
    ],
    page: &[
        "무단전재", "무단 전재", "재배포", "구독", "클릭", "기사 제보", "제보는", "저작권", "로그인", "회원가입",
        "뉴스레터", "사진=", "사진 =", "관련기사", "더 보기", "팔로우",
    ],
    endings: &[
        "것이다", "것이었다", "전략이다", "때문이다", "때문이었다", "면서다", "해서다", "점이다", "셈이다", "얘기다",
        "어서다", "아서다", "워서다", "여서다", "설명이다", "이유다", "취지다", "의미다", "지적이다", "입장이다", "판단에서다", "까", "니까", "세요",
        "십시오", "ㅂ시다", "판단이다", "분석이다", "이야기다", "주장이다", "덕분이다", "탓이다", "까닭이다",
        "이다만", "뜻이다", "요", "아니냐", "방침이다", "계산이다",
    ],
    saying: &[
        "고 말했다", "고 밝혔다", "고 했다", "고 강조했다", "고 전했다", "고 설명했다", "고 주장했다", "고 지적했다",
        "고 비판했다", "고 덧붙였다", "고 호소했다", "고 반발했다", "고 약속했다", "고 답했다", "고 썼다",
        "고 적었다", "고 화답했다", "고 반박했다", "고 촉구했다", "고 평가했다", "고 발표했다",
        "고 반대 의사를 밝혔다", "고 강조한다", "고 말한다", "고 주장한다", "고 설명한다", "고 본다", "점을 강조했다",
        "점을 강조한다", "점을 거듭 강조했다", "점을 거듭 강조한다", "고 거듭 강조했다", "고 경고했다", "고 토로했다",
    ],
};

/// Up to so many signs of a sentence are its head.
const HEAD: usize = 14;

/// A sentence of fewer signs says too little.
const SHORT: usize = 14;

impl Signs {
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        [&JAPANESE, &CHINESE, &KOREAN].into_iter().find(|signs| signs.tag == tag)
    }

    pub(super) fn ends_in_verb(&self) -> bool {
        self.tag != "zh"
    }

    /// How long the connective is that a text begins with, with the mark behind it.
    pub(super) fn joint(&self, body: &str) -> usize {
        let joints = self.joints.iter().filter_map(|joint| {
            let rest = body.strip_prefix(joint)?;
            let plain = rest.trim_start_matches(['、', '，', ',', ' ']);
            let parted = plain.len() < rest.len() || matches!(*joint, "但是");
            (parted && !plain.is_empty()).then(|| body.len() - plain.len())
        });
        joints.max().unwrap_or(0)
    }

    pub(super) fn is_unfit(&self, sentence: &str) -> bool {
        let ended = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
        let said = |ending: &&&str| ended.ends_with(**ending);
        let marks = |open: char, close: char| sentence.matches(open).count() != sentence.matches(close).count();
        self.page.iter().any(|notice| sentence.contains(notice))
            || self.endings.iter().any(|ending| said(&ending))
            || marks('「', '」')
            || marks('『', '』')
            || marks('（', '）')
            || marks('《', '》')
            || sentence.chars().filter(|c| c.is_alphanumeric()).count() < SHORT
            || sentence.contains(['■', '◇', '◆', '※', '▲'])
    }

    /// How well a text reads alone; `None` where it leans on what stands before.
    pub(super) fn standing(&self, body: &str) -> Option<f32> {
        let opening = body.trim_start_matches(|c: char| !c.is_alphanumeric());
        let own = unquoted(body);
        let points = self.points(opening) || self.tag == "ko" && self.takes_up(&own);
        if points || self.personal.iter().any(|word| self.stands_in(word, &own)) || !self.has_subject(&own) {
            return None;
        }
        let head: String = own.chars().take(HEAD).collect();
        let soft = |text: &str| {
            self.soft.iter().any(|word| self.stands_in(word, text)) || self.tag == "ja" && names_the_same(text)
        };
        Some(if soft(&head) {
            0.45
        } else if soft(&own) {
            0.75
        } else {
            1.0
        })
    }

    /// Whether a Korean text says 'this ship' and named no ship before: '이 배'.
    fn takes_up(&self, own: &str) -> bool {
        own.match_indices(" 이 ").any(|(at, _)| {
            let (before, rest) = (own.get(..at).unwrap_or(""), own.get(at + 1..).unwrap_or(""));
            let noun: String = rest.split_whitespace().nth(1).unwrap_or("").chars().take(2).collect();
            let empty = self.empty.iter().any(|empty| rest.starts_with(empty));
            !empty && !noun.is_empty() && !before.contains(&noun)
        })
    }

    fn points(&self, opening: &str) -> bool {
        let begins = |with: &&&str| opening.starts_with(**with);
        self.pointers.iter().any(|pointer| begins(&pointer)) && !self.empty.iter().any(|empty| begins(&empty))
    }

    /// Whether a piece stands in a text; in Korean, at the head of a word.
    fn stands_in(&self, piece: &str, text: &str) -> bool {
        match self.tag {
            "ko" => {
                text.split_whitespace().any(|word| word.starts_with(piece))
                    || piece.contains(' ') && text.contains(piece)
            }
            _ => text.contains(piece),
        }
    }

    /// Whether a text may have a subject: a particle of one. Chinese has none.
    fn has_subject(&self, own: &str) -> bool {
        match self.tag {
            "ja" => {
                let own = NO_SUBJECTS.iter().fold(own.to_owned(), |own, phrase| own.replace(phrase, ""));
                ["は", "が", "も"].iter().any(|particle| own.contains(particle))
            }
            "ko" => own.split_whitespace().any(is_topic),
            _ => true,
        }
    }

    /// Who is credited: the words that name them.
    pub(super) fn speaker(&self, sentence: &str) -> Option<Span> {
        let speaker = match self.tag {
            "ja" => self.by_topic(sentence, "によると", "は").and_then(|name| in_short(sentence, name)),
            "ko" => self.by_topic(sentence, "에 따르면", ""),
            _ => self.before_verb(sentence),
        }?;
        let name = speaker.slice(sentence)?;
        let most = if self.tag == "ko" { 30 } else { 26 };
        let fits = (2..=most).contains(&name.chars().count())
            && !name.contains(['「', '“', '"', '」', '”', '、', '，', ',', '。', '：'])
            && !self.points(name)
            && !self.personal.iter().any(|word| name.contains(word.trim_end_matches(['は', 'が', 'の'])));
        fits.then_some(speaker)
    }

    /// 'Xによると、…', 'Xは…と述べた。', 'X에 따르면 …', 'X은 …고 밝혔다.'
    fn by_topic(&self, sentence: &str, according: &str, topic: &str) -> Option<Span> {
        if let Some(at) = sentence.find(according) {
            let marked = sentence.get(..at)?.strip_suffix('」').filter(|head| head.matches('「').count() == 1);
            let opening = marked.and_then(|head| Some((head.find('「')? + '「'.len_utf8(), head.len())));
            return opening.map(|(from, to)| Span::new(from, to)).or_else(|| Some(last_piece(sentence, at)));
        }
        let ended = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !self.saying.iter().any(|verb| ended.ends_with(verb)) {
            return None;
        }
        let until = sentence.find(['「', '“', '"', '\'']).unwrap_or(sentence.len());
        let head = sentence.get(..until)?;
        if topic.is_empty() {
            let word = head.split_whitespace().find(|word| is_topic(word))?;
            let at = head.find(word)? + word.len();
            let last = word.chars().next_back()?.len_utf8();
            return Some(last_piece(sentence, at - last));
        }
        let too = || head.match_indices('も').map(|(at, _)| at).find(|at| is_before_number(head, at + 'も'.len_utf8()));
        let at = head.find(topic).into_iter().chain(too()).min()?;
        let name = last_piece(sentence, at);
        let named = name.slice(sentence)?;
        (!NO_SPEAKERS.iter().any(|end| named.ends_with(end))).then_some(name)
    }

    /// 'X表示，…'
    fn before_verb(&self, sentence: &str) -> Option<Span> {
        let verbs = self.saying.iter().filter_map(|verb| {
            let at = sentence.find(verb)?;
            let rest = sentence.get(at + verb.len()..)?;
            rest.starts_with(['，', '：', '“', ',', ':']).then_some(at)
        });
        verbs.min().map(|at| last_piece(sentence, at))
    }
}

/// Whether a Japanese text has a '同' that stands for what was named before: '同大は', not '共同' or '同時'.
fn names_the_same(text: &str) -> bool {
    const OTHERS: &[char] =
        &['時', '様', '意', '盟', '性', '情', '僚', '士', '期', '級', '居', '行', '席', '調', '感', '伴', '乗', '化'];
    let ideograph = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let chars: Vec<char> = text.chars().collect();
    chars.iter().enumerate().any(|(at, &c)| {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(|c| ideograph(*c));
        c == '同' && !before && chars.get(at + 1).is_some_and(|next| ideograph(*next) && !OTHERS.contains(next))
    })
}

/// What of a text stands outside quotation marks.
fn unquoted(text: &str) -> String {
    let mut depth = 0usize;
    let mut straight = false;
    text.chars()
        .filter(|c| {
            match c {
                '「' | '『' | '“' => depth += 1,
                '」' | '』' | '”' => depth = depth.saturating_sub(1),
                '"' => straight = !straight,
                _ => return depth == 0 && !straight,
            }
            false
        })
        .collect()
}

/// What has the particle of a subject and tells only that something can be so: '場合があります'.
const NO_SUBJECTS: &[&str] = &[
    "場合がある",
    "場合があり",
    "ことがある",
    "ことがあり",
    "可能性がある",
    "可能性があり",
    "おそれがある",
    "恐れがある",
];

/// Endings of a Japanese topic that is nobody: a time, a case, a part of speech.
#[rustfmt::skip]
const NO_SPEAKERS: &[&str] = &[
    "際", "場合", "とき", "時", "ため", "後", "前", "間", "で", "に", "と", "から", "中", "上", "結果", "一方", "今回", "今後",
    "年", "日", "月", "場面", "理由", "内容", "て",
];

/// Whether a number stands at a place: 'ヘイル氏も14日'.
fn is_before_number(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(char::is_numeric))
}

/// The name at the end of what names a Japanese speaker: behind a clause that describes them, or what is in marks alone:
/// 'ニュースサイト「ケリック」'. None where what remains is one sign.
fn in_short(sentence: &str, name: Span) -> Option<Span> {
    let written = name.slice(sentence)?;
    if written.chars().count() <= LONG {
        return Some(name);
    }
    let hiragana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let ends = |(at, c): (usize, char)| {
        let rest = written.get(at + c.len_utf8()..)?;
        let noun = rest.chars().next().is_some_and(|c| c.is_alphanumeric() && !hiragana(c));
        (matches!(c, 'る' | 'た') && noun && rest.chars().count() > 1).then(|| at + c.len_utf8())
    };
    let from = written.char_indices().filter_map(ends).next_back()?;
    Some(Span::new(name.start().plus(from), name.end()))
}

/// A name of so many signs may have a clause before it.
const LONG: usize = 26;

/// The piece of a sentence that ends at a place, from the last mark before it.
fn last_piece(sentence: &str, until: usize) -> Span {
    let head = sentence.get(..until).unwrap_or("");
    let marks = ['、', '，', ',', '。', '”', '」', '"', '：'];
    let from = head
        .rfind(marks)
        .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let blank = head.get(from..).map_or(0, |piece| piece.len() - piece.trim_start().len());
    Span::new(from + blank, until)
}

/// Whether a Korean word ends in the particle of a subject or a topic, and not as a verb before a noun does.
fn is_topic(word: &str) -> bool {
    #[rustfmt::skip]
    const VERBAL: &[&str] = &[
        "하는", "되는", "있는", "없는", "다는", "라는", "르는", "받는", "않는", "같은", "높은", "많은", "작은",
        "좋은", "않은", "낮은", "싶은", "으로는", "에는", "에서는", "려는", "깊은", "맞는", "겪은", "넘는",
    ];
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    bare.chars().count() > 1
        && ["은", "는", "이", "가", "께서", "도"].iter().any(|particle| bare.ends_with(particle))
        && !VERBAL.iter().any(|verb| bare.ends_with(verb))
}
