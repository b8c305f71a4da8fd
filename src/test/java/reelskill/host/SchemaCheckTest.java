package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;

class SchemaCheckTest {
    private static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["name"],
             "$defs":{"point":{"type":"object","properties":{"x":{"type":"integer"}},"required":["x"]}},
             "properties":{
              "name":{"type":"string","minLength":1,"maxLength":3,"pattern":"^[a-z👋]+$"},
              "kind":{"type":"string","enum":["cut","join"]},
              "count":{"type":"integer","minimum":1,"maximum":9},
              "gain":{"type":["number","null"],"exclusiveMinimum":0,"exclusiveMaximum":2},
              "fixed":{"const":"yes"},
              "paths":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"string"}},
              "at":{"$ref":"#/$defs/point"},
              "free":{"type":"object","additionalProperties":{"type":"boolean"}},
              "either":{"anyOf":[{"type":"integer"},{"type":"boolean"}]},
              "all":{"allOf":[{"minimum":2},{"maximum":3}]}}}""";

    private final SchemaCheck check = new SchemaCheck(FixtureTools.read(SCHEMA), Language.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | name is required.",
                "{'name':5}                          | name must be text.",
                "{'name':''}                         | name must have at least 1 characters.",
                "{'name':'abcd'}                     | name must have at most 3 characters.",
                "{'name':'A'}                        | name must match ^[a-z👋]+$.",
                "{'name':'a','kind':'burn'}          | kind must be one of: cut, join.",
                "{'name':'a','count':1.5}            | count must be a whole number.",
                "{'name':'a','count':'3'}            | count must be a whole number.",
                "{'name':'a','count':0}              | count must be at least 1.",
                "{'name':'a','count':10}             | count must be at most 9.",
                "{'name':'a','gain':0}               | gain must be more than 0.",
                "{'name':'a','gain':2}               | gain must be less than 2.",
                "{'name':'a','gain':'x'}             | gain must be a number or null.",
                "{'name':'a','fixed':'no'}           | fixed must be yes.",
                "{'name':'a','paths':'x'}            | paths must be a list.",
                "{'name':'a','paths':[]}             | paths must have at least 1 entries.",
                "{'name':'a','paths':['a','b','c']}  | paths must have at most 2 entries.",
                "{'name':'a','paths':['a',7]}        | paths[1] must be text.",
                "{'name':'a','at':{}}                | at.x is required.",
                "{'name':'a','at':{'x':true}}        | at.x must be a whole number.",
                "{'name':'a','free':{'a':1}}         | free.a must be true or false.",
                "{'name':'a','either':'x'}           | either must be a whole number.",
                "{'name':'a','all':4}                | all must be at most 3.",
                "{'name':'a','extra':1} | extra is not known here; known are: name, kind, count, gain, fixed, paths, at, "
                        + "free, either, all.",
                "[]                                  | The arguments must be an object."
            })
    void misfitIsSaidInASentence(String arguments, String sentence) throws Exception {
        assertThat(check.misfit(Json.read(arguments.replace('\'', '"').getBytes("UTF-8"))))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                          | name 为必填项。",
                "{'name':5}                  | name 必须是文本。",
                "{'name':'abcd'}             | name 最多 3 个字符。",
                "{'name':'a','kind':'burn'}  | kind 必须是其中之一：cut, join。",
                "{'name':'a','count':0}      | count 不能小于 1。",
                "{'name':'a','gain':'x'}     | gain 必须是数字或null。",
                "{'name':'a','paths':[]}     | paths 至少要有 1 项。",
                "[]                          | 参数 必须是对象。"
            })
    void misfitIsSaidInChinese(String arguments, String sentence) throws Exception {
        SchemaCheck chinese = new SchemaCheck(FixtureTools.read(SCHEMA), Language.CHINESE);
        assertThat(chinese.misfit(Json.read(arguments.replace('\'', '"').getBytes("UTF-8"))))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'a'}",
                "{'name':'👋👋👋'}",
                "{'name':'a','kind':'cut','count':3.0,'gain':null,'fixed':'yes','paths':['x'],'at':{'x':1},"
                        + "'free':{'a':true},'either':false,'all':2}"
            })
    void whatFitsPasses(String arguments) throws Exception {
        assertThat(check.misfit(Json.read(arguments.replace('\'', '"').getBytes("UTF-8"))))
                .isEmpty();
    }
}
